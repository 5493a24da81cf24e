using Framework.Components.Audit;
using Framework.Components.Models;

namespace Framework.Components.Tests.Audit;

public sealed class SuspectLabelsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Rank_FivePercentOfLabelsTurnedOver_HasMostOfThemInTheFirstTenth(ulong seed)
    {
        const int count = 800;
        var random = new RandomStream(seed);
        var (features, labels, flipped) = (new double[count][], new int[count], new bool[count]);
        for (var i = 0; i < count; i++)
        {
            var isPositive = random.Chance(0.4);
            features[i] = [random.Normal() + (isPositive ? 2 : 0), random.Normal() + (isPositive ? 1 : 0)];
            flipped[i] = random.Chance(0.05);
            labels[i] = isPositive != flipped[i] ? 1 : 0;
        }

        // Each half is predicted by what the other taught, labels turned over as well.
        var outputs = new double[count];
        for (var half = 0; half < 2; half++)
        {
            int[] taught = [.. Enumerable.Range(0, count).Where(i => i % 2 != half)];
            var fitted = LogisticRegression.Fit(new LabelledFeatures { Features = [.. taught.Select(i => features[i])], Classes = [.. taught.Select(i => labels[i])] });
            for (var i = half; i < count; i += 2)
                outputs[i] = fitted.Probabilities(features[i])[1];
        }

        var table = new Predictions(["a"], [.. Enumerable.Range(0, count).Select(i => new PredictedCase($"{i}", $"{i}", "", 0))], [.. labels.Select(label => (double)label)], outputs);
        var first = SuspectLabels.Rank(table, 0).Take(count / 10).Count(suspect => flipped[suspect.Row]);
        Assert.InRange(first / (double)flipped.Count(one => one), 0.6, 1);
    }

    [Fact]
    public void Rank_ByHand_PutsSuspectLabelsFirst()
    {
        // Thresholds: positives have 0.9, 0.8 and 0.1, mean 0.6; negatives 0.1, 0.3 and 0.7, mean of the negative class 0.6333.
        var table = new Predictions(["a"], [.. "abcdefg".Select(name => new PredictedCase($"{name}", "s", "", 0))], [1, 1, 1, 0, 0, 0, double.NaN], [0.9, 0.8, 0.1, 0.1, 0.3, 0.7, 0.5]);
        var ranked = SuspectLabels.Rank(table, 0);
        Assert.Equal([2, 5, 4, 1, 0, 3], ranked.Select(suspect => suspect.Row));
        Assert.Equal([true, true, false, false, false, false], ranked.Select(suspect => suspect.IsConfident));
        Assert.Equal([-0.8, -0.4, 0.4, 0.6, 0.8, 0.8], ranked.Select(suspect => Math.Round(suspect.Margin, 12)));
    }

    [Fact]
    public void Rank_OneClass_SuspectsNothing()
    {
        var table = new Predictions(["a"], [new PredictedCase("a", "s", "", 0), new PredictedCase("b", "s", "", 0)], [1, 1], [0.1, 0.9]);
        Assert.DoesNotContain(SuspectLabels.Rank(table, 0), suspect => suspect.IsConfident);
    }
}
