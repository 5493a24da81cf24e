using Framework.Host.Engines;

namespace Framework.Host.Tests.Engines;

public sealed class VariantSpreadTests
{
    [Theory]
    [InlineData(new[] { 0.02, 0.03, 0.025 }, true)] // mean 0.025, deviation 0.005
    [InlineData(new[] { 0.05, -0.04, 0.01 }, false)] // mean 0.0067, deviation 0.045
    [InlineData(new[] { 0.05 }, null)]
    public void Tells_MeanAgainstDeviation_SaysWhetherItIsMoreThanTheSpread(double[] differences, bool? expected) =>
        Assert.Equal(expected, VariantSpread.Tells(differences));
}
