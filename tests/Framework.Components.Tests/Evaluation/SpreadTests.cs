using Framework.Components.Evaluation;

namespace Framework.Components.Tests.Evaluation;

public sealed class SpreadTests
{
    [Fact]
    public void Of_ThreeFolds_HasTheSampleDeviation() => Assert.Equal(new Spread(2, 1, 3), Spread.Of([1, 2, 3, double.NaN]));

    [Fact]
    public void Of_OneFigure_IsNone() => Assert.Null(Spread.Of([1, double.NaN]));

    [Theory]
    [InlineData(0.05, false)] // the same model twice differs by less than it varies
    [InlineData(0.10, false)]
    [InlineData(0.11, true)]
    public void IsDistinguishableFrom_Difference_IsHeldAgainstTheGreaterDeviation(double difference, bool expected) =>
        Assert.Equal(expected, new Spread(0.5, 0.1, 5).IsDistinguishableFrom(new Spread(0.5 + difference, 0.02, 5)));
}
