using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class DropoutTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Dropout_Training_DropsAboutPAndScalesTheRest()
    {
        using var layer = nn.Dropout(0.25);
        const int count = 100_000;

        var result = layer.call(ones([count], ScalarType.Float64)).Values();

        Assert.Equal([0, 1 / 0.75], result.Distinct().Order());
        Assert.InRange(result.Count(value => value == 0) / (double)count, 0.24, 0.26); // 7 standard deviations
    }

    [Fact]
    public void Dropouts_Evaluation_ChangeNothing()
    {
        foreach (nn.Module<Tensor, Tensor> layer in new nn.Module<Tensor, Tensor>[]
            { nn.Dropout(), nn.Dropout1d(), nn.Dropout2d(), nn.Dropout3d(), nn.AlphaDropout(), nn.FeatureAlphaDropout() })
        {
            using (layer)
            {
                layer.eval();
                var input = Numbers.Scattered([2, 3, 2, 2, 2]);
                Numbers.AssertClose(input.Values(), layer.call(input));
            }
        }
    }

    [Fact]
    public void Dropout2d_Training_DropsWholeChannels()
    {
        using var layer = nn.Dropout2d();

        var result = layer.call(ones([10, 100, 2, 2], ScalarType.Float64)).Values();

        Assert.All(result.Chunk(4), channel => Assert.Single(channel.Distinct()));
        Assert.InRange(result.Chunk(4).Count(channel => channel[0] == 0), 390, 610);
    }
}
