using Framework.Components.Ensembles;

namespace Framework.Components.Tests.Ensembles;

public sealed class MixtureWeightsTests
{
    [Theory]
    [InlineData(6, 4)]
    [InlineData(5, 5)]
    [InlineData(7, 3)]
    public void Fit_TwoComponentsThatMirrorEachOther_FindsTheRootOfTheDerivative(int first, int second)
    {
        double[][] likelihoods = [.. Enumerable.Repeat(new[] { 0.9, 0.1 }, first), .. Enumerable.Repeat(new[] { 0.1, 0.9 }, second)];

        var weights = MixtureWeights.Fit(likelihoods, out _, out var loss);

        // d/dw [a ln(0.1 + 0.8 w) + b ln(0.9 - 0.8 w)] = 0
        var expected = ((0.9 * first) - (0.1 * second)) / (0.8 * (first + second));
        Assert.Equal(expected, weights[0], 1e-6);
        Assert.Equal(1, weights.Sum(), 1e-12);
        var mean = -((first * Math.Log(0.1 + (0.8 * expected))) + (second * Math.Log(0.9 - (0.8 * expected)))) / (first + second);
        Assert.Equal(mean, loss, 1e-9);
    }

    [Fact]
    public void Fit_OneIsAlwaysLikelier_TakesItAlone()
    {
        var weights = MixtureWeights.Fit([[0.9, 0.5, 0.2], [0.8, 0.7, 0.1]], out _, out _);

        Assert.Equal(1, weights[0], 1e-6);
    }

    [Fact]
    public void Fit_CertainAndWrong_StaysFinite()
    {
        var weights = MixtureWeights.Fit([[0, 0.6], [1, 0.6]], out _, out var loss);

        Assert.All(weights, weight => Assert.InRange(weight, 0, 1));
        Assert.True(double.IsFinite(loss));
    }
}
