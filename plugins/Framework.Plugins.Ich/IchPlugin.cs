using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Plugins.Ich;

/// <summary>Intracranial hemorrhage on head CT: the RSNA 2019 data and a phantom of them. Everything else is shared.</summary>
public sealed class IchPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IDataSource, RsnaSource, RsnaOptions>("ich.rsna")
        .Add<IPhantom, IchPhantom, IchPhantomOptions>("ich");
}
