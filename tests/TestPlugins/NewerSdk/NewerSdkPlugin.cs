using Framework.Sdk;

namespace NewerSdk;

public sealed class NewerSdkPlugin : IPlugin
{
    public void Register(IComponentRegistry components)
    {
    }
}
