using Framework.Sdk;

namespace NoPlugin;

internal sealed class HiddenPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}

public abstract class UnfinishedPlugin : IPlugin
{
    public abstract void Register(IComponentRegistry components);
}
