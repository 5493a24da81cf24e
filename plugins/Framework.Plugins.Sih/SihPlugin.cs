using Framework.Plugins.Sih.Phantom;
using Framework.Plugins.Sih.Reports;
using Framework.Plugins.Sih.Slices;
using Framework.Sdk;

namespace Framework.Plugins.Sih;

/// <summary>Spontaneous intracranial hypotension on brain MRI: what is particular to the study. Everything else is shared.</summary>
public sealed class SihPlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, SihPhantom, SihPhantomOptions>("sih")
        .Add<ITransform, KeySliceTransform, KeySliceOptions>("sih.key-slice")
        .Add<ITableTool, ScreenReports, ScreenReportsOptions>("sih.screen-reports");
}
