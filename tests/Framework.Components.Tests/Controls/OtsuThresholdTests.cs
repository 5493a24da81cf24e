using Framework.Components.Controls;

namespace Framework.Components.Tests.Controls;

public sealed class OtsuThresholdTests
{
    [Fact]
    public void Of_TwoLevels_LiesBetweenThem()
    {
        float[] values = [.. Enumerable.Repeat(-1000f, 70), .. Enumerable.Repeat(40f, 30)];
        Assert.InRange(OtsuThreshold.Of(values), -1000, 40 - 1e-3);
    }

    [Fact]
    public void Of_AnyValues_MaximisesTheVarianceBetweenTheClasses()
    {
        var random = new RandomStream(4);
        float[] values = [.. Enumerable.Range(0, 400).Select(i => (float)(i % 3 == 0 ? random.Normal() + 5 : random.Normal()))];
        double Between(double threshold)
        {
            var low = values.Where(value => value <= threshold).ToArray();
            var high = values.Where(value => value > threshold).ToArray();
            return low.Length == 0 || high.Length == 0 ? 0 : (double)low.Length * high.Length * Math.Pow(low.Average() - high.Average(), 2);
        }

        // Bins of the histogram are 1/256 of the range wide: the best threshold among the values is hardly better.
        Assert.InRange(Between(OtsuThreshold.Of(values)), 0.999 * values.Max(value => Between(value)), double.MaxValue);
    }

    [Fact]
    public void Of_OneValue_LeavesNothingAbove() => Assert.Equal(3, OtsuThreshold.Of([3, 3, 3]));
}
