using Framework.Plugins.DeepSpine.Phantom;
using Framework.Plugins.DeepSpine.Reports;
using Framework.Plugins.DeepSpine.Tables;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.DeepSpine.Tests;

public sealed class DeepSpinePluginContractTests : PluginContract<DeepSpinePlugin>;

public sealed class DeepSpinePhantomContractTests : PhantomContract
{
    protected override int Cases => 2;

    protected override IPhantom Create() => new DeepSpinePhantom(new DeepSpinePhantomOptions { SagittalPixel = 4, AxialPixel = 4, SliceSpacing = 8 });
}

public sealed class ReportLabelsContractTests : TableToolContract
{
    protected override IndexTable Table => new("reports.csv", ["study", "report"], [["S1", "L4-L5: Mild to moderate canal stenosis."], ["S2", "L5-S1: No disc bulge."]]);

    protected override ITableTool Create() => new ReportLabels(new ReportLabelsOptions());
}

public sealed class LevelTableContractTests : TableToolContract
{
    protected override IndexTable Table => new(
        "predicted.csv",
        ["case", "output.canal.none", "output.canal.mild", "output.canal.moderate", "output.canal.severe", "output.flavum.absent", "output.flavum.present"],
        [["S1 L4-L5", "0.05", "0.15", "0.71", "0.09", "0.2", "0.8"], ["S2 L5-S1", "0.1", "0.2", "0.3", "0.4", "0.7", "0.3"]]);

    protected override ITableTool Create() => new LevelTable(new LevelTableOptions());
}
