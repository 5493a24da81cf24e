using Framework.Components.Training.Losses;
using TorchSharp;

namespace Framework.Components.Tests.Training;

public sealed class LossTests
{
    // -ln sigmoid(0) = ln 2 everywhere: positives weigh 3, label b weighs 2, the missing one nothing: (3 + 2 + 1) ln 2 / (1 + 2 + 1).
    [Fact]
    public void BceWithLogits_Weights_AreCountedByHand()
    {
        var options = new BceWithLogitsOptions
        {
            PosWeight = new PositiveWeight { ByLabel = new Dictionary<string, double> { ["a"] = 3 } },
            Weights = new Dictionary<string, double> { ["b"] = 2 },
        };
        Assert.Equal(6 * Math.Log(2) / 4, Compute(new BceWithLogitsFactory(options), [0, 0, 0, 0], [1, 0, 0, float.NaN]), 1e-6);
    }

    [Fact]
    public void BceWithLogits_NoLabelKnown_IsZero() =>
        Assert.Equal(0, Compute(new BceWithLogitsFactory(new()), [5, 5, 5, 5], [float.NaN, float.NaN, float.NaN, float.NaN]));

    // Labels a: 1 positive of 4 known; b: 2 of 4. A positive of a counts 3, of b 1.
    [Fact]
    public void BceWithLogits_Balanced_IsNegativesByPositivesOfTheTrainingPart()
    {
        var balanced = PositiveWeight.Parse("balanced").For(Context([[1, 0], [0, 1], [0, 1], [0, 0], [double.NaN, double.NaN]]));
        Assert.Equal([3, 1], balanced);
    }

    [Fact]
    public void BceWithLogits_BalancedWithoutPositive_SaysWhichLabel()
    {
        var error = Assert.Throws<TrainingException>(() => PositiveWeight.Parse("balanced").For(Context([[1, 0], [0, 0]])));
        Assert.Equal(
            "'pos_weight: balanced' has no ratio for 'b': 0 positive and 2 negative cases to train on. Give pos_weight by_label, or use more cases.",
            error.Message);
    }

    [Fact]
    public void PositiveWeight_UnknownWord_SaysWhatThereIs()
    {
        var error = Assert.Throws<FormatException>(() => PositiveWeight.Parse("balance"));
        Assert.Equal("'balance' is no weight of positives. There are none and balanced; or give by_label.", error.Message);
    }

    // Two classes with logits (ln 3, 0): probabilities 3/4 and 1/4.
    [Fact]
    public void CrossEntropy_OneHot_IsMinusLogOfTheTrueClass()
    {
        var third = (float)Math.Log(3);
        Assert.Equal((-Math.Log(0.75) - Math.Log(0.25)) / 2, Compute(new CrossEntropyFactory(new()), [third, 0, third, 0], [1, 0, 0, 1]), 1e-6);
    }

    [Fact]
    public void CrossEntropy_TwoLabels_SaysWhichCase()
    {
        var error = Assert.Throws<TrainingException>(() => new CrossEntropyFactory(new()).Create(Context([[1, 1]])));
        Assert.Equal("'cross-entropy' needs exactly one label of 1 in each case; case 'c0' has 1, 1. Use bce-with-logits where labels do not exclude each other.", error.Message);
    }

    // Of two cases with two slices each: libtorch would compare a slice's logits with another case's labels.
    [Theory]
    [InlineData("bce-with-logits")]
    [InlineData("cross-entropy")]
    public void Compute_LogitsOfAnotherShapeThanLabels_AreNotStretched(string name)
    {
        using var scope = torch.NewDisposeScope();
        ILossFactory factory = name == "cross-entropy" ? new CrossEntropyFactory(new()) : new BceWithLogitsFactory(new());
        using var loss = factory.Create(Context([[1, 0]]));

        var error = Assert.Throws<ExperimentException>(() =>
            loss.Compute(new ModelOutput(torch.zeros(2, 2, 2)), new Batch([], torch.zeros(2, 1, 1, 1), torch.zeros(2, 2))));

        Assert.Equal($"'{name}' needs a logit for each label, (2, 2); the model gives (2, 2, 2). Use a model and a loss for the same kind of output.", error.Message);
    }

    private static LossContext Context(double[][] labels) => new()
    {
        Labels = ["a", "b"],
        Device = torch.CPU,
        TrainingCases = [.. labels.Select((values, i) => new Case { Id = $"c{i}", Subject = "s", Labels = values })],
    };

    private static double Compute(ILossFactory factory, float[] logits, float[] labels)
    {
        using var scope = torch.NewDisposeScope();
        using var loss = factory.Create(Context([[1, 0]]));
        var output = new ModelOutput(torch.tensor(logits).reshape(2, 2));
        return loss.Compute(output, new Batch([], torch.zeros(2, 1, 1, 1), torch.tensor(labels).reshape(2, 2))).item<float>();
    }
}
