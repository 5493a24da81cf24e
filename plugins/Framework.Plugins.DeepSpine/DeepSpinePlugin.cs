using Framework.Plugins.DeepSpine.Phantom;
using Framework.Plugins.DeepSpine.Reports;
using Framework.Plugins.DeepSpine.Tables;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine;

/// <summary>Nine conditions of the lumbar spine, level by level: what is particular to the study. Everything else is shared.</summary>
public sealed class DeepSpinePlugin : IPlugin
{
    /// <inheritdoc />
    public void Register(IComponentRegistry components) => components
        .Add<IPhantom, DeepSpinePhantom, DeepSpinePhantomOptions>("deepspine")
        .Add<ITableTool, ReportLabels, ReportLabelsOptions>("deepspine.report-labels")
        .Add<ITableTool, LevelTable, LevelTableOptions>("deepspine.level-table");
}
