using Framework.Plugins.Sih.Phantom;
using Framework.Plugins.Sih.Reports;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.Sih.Tests;

public sealed class SihPluginContractTests : PluginContract<SihPlugin>;

public sealed class SihPhantomContractTests : PhantomContract
{
    protected override int Cases => 2;

    protected override IPhantom Create() => new SihPhantom(new SihPhantomOptions { MatrixSize = 32, SliceSpacing = 20 });
}

public sealed class ScreenReportsContractTests : TableToolContract
{
    protected override IndexTable Table => new("reports.csv", ["examination", "report"], [["E1", "Unremarkable."], ["E2", "Dural enhancement."]]);

    protected override ITableTool Create() => new ScreenReports(new ScreenReportsOptions());
}
