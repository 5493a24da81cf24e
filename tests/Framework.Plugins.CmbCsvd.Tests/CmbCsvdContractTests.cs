using Framework.Plugins.CmbCsvd.Phantom;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.CmbCsvd.Tests;

public sealed class CmbCsvdPluginContractTests : PluginContract<CmbCsvdPlugin>;

public sealed class CmbCsvdPhantomContractTests : PhantomContract
{
    protected override int Cases => 2;

    protected override IPhantom Create() => new CmbCsvdPhantom(new CmbCsvdPhantomOptions { MatrixSize = 48, SliceSpacing = 12 });
}
