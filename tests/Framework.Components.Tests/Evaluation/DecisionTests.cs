using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;

namespace Framework.Components.Tests.Evaluation;

public sealed class DecisionTests
{
    // 3 of 4 positives and 4 of 6 negatives are right.
    private static readonly double[] Targets = [1, 1, 1, 1, 0, 0, 0, 0, 0, 0];
    private static readonly double[] Outputs = [0.9, 0.8, 0.5, 0.4, 0.6, 0.7, 0.1, 0.2, 0.3, 0.4];

    [Fact]
    public void PredictiveValues_AtAStatedPrevalence_FollowBayes()
    {
        var table = Table.Of(Targets, Outputs);
        double Ppv(double? prevalence) => Table.Single(new PositivePredictiveValue(new() { Prevalence = prevalence }), table, "any").Value;
        double Npv(double? prevalence) => Table.Single(new NegativePredictiveValue(new() { Prevalence = prevalence }), table, "any").Value;
        Assert.Equal(3 / 5.0, Ppv(null), 1e-12);
        Assert.Equal(3 / 5.0, Ppv(0.4), 1e-12); // the cohort's own
        Assert.Equal(0.75 * 0.1 / ((0.75 * 0.1) + (0.9 / 3)), Ppv(0.1), 1e-12);
        Assert.Equal(4 / 5.0, Npv(0.4), 1e-12);
        Assert.Equal(0.9 * 2 / 3 / ((0.9 * 2 / 3) + (0.25 * 0.1)), Npv(0.1), 1e-12);
    }

    [Fact]
    public void Sensitivity_FrozenThresholds_DecideRowByRow()
    {
        var table = new Predictions(["any"], Table.Of(Targets, Outputs).Rows, Targets, Outputs) { Thresholds = [.. Outputs.Select((_, row) => row < 2 ? 0.85 : 0.4)] };
        Assert.Equal(3 / 4.0, Table.Single(new Sensitivity(new()), table, "any").Value); // 0.9 of two, and both of the others
        Assert.Equal(3 / 6.0, Table.Single(new Specificity(new()), table, "any").Value);
    }

    [Fact]
    public void FlaggedShare_WorkedByHand_IsWhatIsCalledWhateverIsTrue()
    {
        Assert.Equal(5 / 10.0, Table.Single(new FlaggedShare(new()), Table.Of(Targets, Outputs), "any").Value); // 0.9, 0.8, 0.5, 0.6 and 0.7
        var strict = new Predictions(["any"], Table.Of(Targets, Outputs).Rows, Targets, Outputs) { Thresholds = [.. Outputs.Select(_ => 0.75)] };
        Assert.Equal(2 / 10.0, Table.Single(new FlaggedShare(new()), strict, "any").Value);
    }

    [Fact]
    public void Precision_NothingCalled_IsUndefinedAndZeroInTheAverage()
    {
        var values = new Components.Evaluation.Decisions.Precision(new()).Compute(Table.Of(["a", "b", "c"], [1, 1, 0, 0, 0, 0], [0.1, 0.9, 0.1, 0.1, 0.9, 0.1]));
        Assert.Equal([("a", double.NaN), ("b", 0.5), ("c", double.NaN), (null, 0.25)], values.Select(value => (value.Label, value.Value)));
    }

    [Fact]
    public void Accuracy_GroupBesideALabel_HasAFigureForEachQuestionAndTheirMean()
    {
        // The question 'side' is right in one row of two and missing in the third; 'any' in two of three.
        var table = Table.WithGroups(
            Table.Of(["left", "right", "any"], [1, 0, 1, 0, 1, 1, double.NaN, double.NaN, 0], [0.7, 0.3, 0.9, 0.6, 0.4, 0.9, 0.5, 0.5, 0.6]),
            new LabelGroup("side", ["left", "right"]));
        Assert.Equal(
            [("any", 2 / 3.0, 3), ("side", 0.5, 2), (null, ((2 / 3.0) + 0.5) / 2, 3)],
            new Accuracy(new()).Compute(table).Select(value => (value.Label, value.Value, value.Count)));
        Assert.Equal(["any", "left", "right", "side", null], new Recall(new()).Compute(table).Select(value => value.Label));
    }

    [Fact]
    public void WithinOne_NoGrades_SaysSo() => Assert.Equal(
        "'within-one' is for groups of labels whose classes are grades, and there is none. Take it out of 'metrics', or use a data source with ordered groups.",
        Assert.Throws<ExperimentException>(() => new WithinOne(new()).Compute(Table.Of(Targets, Outputs))).Message);

    [Fact]
    public void Accuracy_TwoClassesAtOnce_NamesTheCase() => Assert.Equal(
        "the case 'case0' has 2 of the classes of 'side'; it must have exactly one, or all must be missing. Correct its labels.",
        Assert.Throws<DataFormatException>(() => new Accuracy(new()).Compute(Table.WithGroups(
            Table.Of(["left", "right"], [1, 1], [0.7, 0.3]), new LabelGroup("side", ["left", "right"])))).Message);

    [Fact]
    public void Compute_NaNOutput_NamesLabelAndCase() => Assert.Equal(
        "'auroc' needs a number for each case and label; the output of 'any' for the case 'case1' is NaN. Look at how that case was predicted.",
        Assert.Throws<TrainingException>(() => new Auroc(new()).Compute(Table.Of([0, 1], [0.5, double.NaN]))).Message);

    [Fact]
    public void Compute_NaNOutputOfAMissingTarget_IsLeftOut() =>
        Assert.Equal(1, Table.Single(new Auroc(new()), Table.Of([0, double.NaN, 1], [0.5, double.NaN, 0.6]), "any").Value);

    [Fact]
    public void Compute_NoRow_SaysSo() => Assert.Equal(
        "'brier' was given no case. A metric needs at least one; give the part more subjects.",
        Assert.Throws<TrainingException>(() => new Brier(new()).Compute(Table.Of([], []))).Message);

    [Fact]
    public void Wilson_Sensitivity_CountsPositivesOnly()
    {
        var value = Table.Single(new Sensitivity(new() { Confidence = new() { Method = ConfidenceMethod.Wilson } }), Table.Of(Targets, Outputs), "any");
        var expected = Components.Evaluation.Intervals.Wilson.Of(3, 4, 0.95);
        Assert.Equal((0.75, expected.Low, expected.High), (value.Value, value.Low, value.High));
    }
}
