using Framework.Plugins.CmbCsvd.Phantom;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd;

/// <summary>Cerebral microbleeds and small vessel disease on susceptibility-weighted MRI: what is particular to the study. Everything else is shared.</summary>
public sealed class CmbCsvdPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, CmbCsvdPhantom, CmbCsvdPhantomOptions>("cmb-csvd");
}
