using Framework.Components.Explaining;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Contracts;

/// <summary><c>attention</c> reads a bag's weights and has no map of single images: its own tests hold it to a network's weights.</summary>
[Collection(nameof(OneAtATime))]
public sealed class OcclusionContractTests : ExplainerContract
{
    protected override IExplainer Create() => new OcclusionExplainer(new OcclusionOptions { Patch = [5, 4], Fill = OcclusionFill.Noise });
}

[Collection(nameof(OneAtATime))]
public sealed class GradCamContractTests : ExplainerContract
{
    protected override IExplainer Create() => new GradCamExplainer(new GradCamOptions { Layer = "conv", Negative = true });
}
