using static TorchSharp.torch;

namespace Framework.Torch.Tests;

[Collection(nameof(OneAtATime))]
public sealed class TensorMeterTests
{
    private const long Million = 1 << 20;
    private const long Slack = 48 * Million;

    [Fact]
    public void Peak_OfTensorsThatCameAndWent_IsTheMostAtOneTime()
    {
        using var meter = TensorMeter.Begin();

        using (zeros([64, Million])) // 256 MiB
        using (zeros([32, Million]))
            Assert.InRange(meter.Held, (384 * Million) - Slack, (384 * Million) + Slack);

        Assert.InRange(meter.Held, -Slack, Slack);
        Assert.InRange(meter.Peak, (384 * Million) - Slack, (384 * Million) + Slack);
    }

    [Fact]
    public void Peak_OfAMeterWithinAnother_IsItsOwnAndCountsForBoth()
    {
        using var outer = TensorMeter.Begin();
        using (zeros([64, Million]))
        using (var before = TensorMeter.Begin())
            Assert.InRange(before.Peak, -Slack, Slack);

        using (var inner = TensorMeter.Begin())
        {
            using (zeros([32, Million]))
            {
            }

            Assert.InRange(inner.Peak, (128 * Million) - Slack, (128 * Million) + Slack);
        }

        Assert.InRange(outer.Peak, (256 * Million) - Slack, (256 * Million) + Slack);
    }

    [Fact]
    public void Peak_OfAProduct_IsItsValuesAndTheGradient()
    {
        using var scope = NewDisposeScope();
        var (input, weight) = (ones([4096, 4096]), ones([4096, 4096], requires_grad: true)); // 64 MiB each
        using var meter = TensorMeter.Begin();

        input.matmul(weight).sum().backward();

        // The product stays with its scope. Its gradient is one number that is looked at many times, or for a moment a whole matrix.
        Assert.InRange(meter.Peak, (128 * Million) - Slack, (192 * Million) + Slack);
        Assert.InRange(meter.Held, (128 * Million) - Slack, (128 * Million) + Slack);
    }
}
