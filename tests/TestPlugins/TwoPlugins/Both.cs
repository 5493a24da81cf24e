using Framework.Sdk;

namespace TwoPlugins;

public sealed class FirstPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}

public sealed class SecondPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}
