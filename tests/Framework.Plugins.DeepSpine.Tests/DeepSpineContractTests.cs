using Framework.Plugins.DeepSpine.Phantom;
using Framework.Sdk;
using Framework.Sdk.Testing;

namespace Framework.Plugins.DeepSpine.Tests;

public sealed class DeepSpinePluginContractTests : PluginContract<DeepSpinePlugin>;

public sealed class DeepSpinePhantomContractTests : PhantomContract
{
    protected override int Cases => 2;

    protected override IPhantom Create() => new DeepSpinePhantom(new DeepSpinePhantomOptions { SagittalPixel = 4, AxialPixel = 4, SliceSpacing = 8 });
}
