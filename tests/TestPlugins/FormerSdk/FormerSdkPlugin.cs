using Framework.Sdk;

namespace FormerSdk;

public sealed class FormerSdkPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}

public sealed class OutdatedTransform : ITransform
{
    public void Transform()
    {
    }
}
