using Framework.Sdk;

namespace OwnSdkCopy;

public sealed class OwnSdkCopyPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}
