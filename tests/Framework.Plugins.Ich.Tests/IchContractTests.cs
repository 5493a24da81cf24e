using Framework.Plugins.Ich.Phantom;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.Ich.Tests;

public sealed class IchPluginContractTests : PluginContract<IchPlugin>;

public sealed class IchPhantomContractTests : PhantomContract
{
    protected override int Cases => 3;

    protected override IPhantom Create() => new IchPhantom(new IchPhantomOptions { MatrixSize = 32, SliceSpacing = 28 });
}

public sealed class RsnaSourceContractTests : DataSourceContract, IDisposable
{
    private readonly TemporaryCohort _cohort = new(cases: 6, size: 32);

    public void Dispose() => _cohort.Dispose();

    protected override IDataSource Create() => _cohort.Source;

    protected override IDataSource CreateWithoutData() => new RsnaSource(new RsnaOptions { Root = Path.Combine(_cohort.Root, "nowhere") });
}
