using Framework.Components.Explaining;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Explaining;

public sealed class ShuffledWeightsTests
{
    [Fact]
    public void Dispose_AfterShuffling_GivesTheNetworkBackAsItWas()
    {
        using var scope = NewDisposeScope();
        var network = nn.Sequential(("conv", nn.Conv2d(2, 8, 3)), ("head", nn.Linear(16, 4)));
        var before = Values(network);
        List<float[]> shuffled;
        using (new ShuffledWeights(network, new RandomStream(5)))
            shuffled = Values(network);

        Assert.Equal(before, Values(network));
        Assert.All(before.Zip(shuffled), pair =>
        {
            Assert.NotEqual(pair.First, pair.Second);
            Assert.Equal(pair.First.Order(), pair.Second.Order());
        });
    }

    private static List<float[]> Values(nn.Module network) => [.. network.parameters().Select(parameter => parameter.detach().data<float>().ToArray())];
}
