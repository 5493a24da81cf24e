using Framework.Plugins.Fistula.Phantom;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.Fistula.Tests;

public sealed class FistulaPluginContractTests : PluginContract<FistulaPlugin>;

public sealed class FistulaPhantomContractTests : PhantomContract
{
    protected override int Cases => 2;

    protected override IPhantom Create() => new FistulaPhantom(new FistulaPhantomOptions { Voxel = 6 });
}
