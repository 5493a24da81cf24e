using Framework.Components.Controls;
using Framework.Components.Reporting;

namespace Framework.Components.Tests.Controls;

public sealed class ControlJudgeTests
{
    [Theory]
    [InlineData(0.55, true)]
    [InlineData(0.60, true)] // on 200 subjects, half of them positive, chance reaches 0.580; 0.60 is above, and its interval is not
    [InlineData(0.30, true)] // below chance is no sign of a leak
    [InlineData(0.75, false)]
    public void Judge_PermutedLabels_MayScoreWhatChanceGives(double value, bool passed)
    {
        var verdict = Judge(new PermutedLabelsControl(), Auroc("c", value, value - 0.11, value + 0.11), Auroc(null, 0.9));
        Assert.Equal(passed, verdict.Passed);
    }

    [Theory]
    [InlineData(0.90, null)]  // seven subjects: chance may give 0.96, which tells nothing
    [InlineData(0.45, true)]
    public void Judge_TooFewSubjects_CannotTellWhatIsAboveChance(double value, bool? passed)
    {
        var score = Auroc("c", value);
        var verdict = Judge(new PermutedLabelsControl(), score with { Metric = score.Metric with { Subjects = 7 } }, Auroc(null, 0.9));
        Assert.Equal(passed, verdict.Passed);
    }

    [Fact]
    public void Judge_PermutedLabelsThatScore_SaysWhatItMeans() => Assert.Equal(
        "auroc of 'a' 0.800, the run 0.900; at most 0.580, which chance can give, is expected. Labels without meaning were predicted on unseen cases: something of those cases reached the training.",
        Judge(new PermutedLabelsControl(), Auroc("c", 0.8), Auroc(null, 0.9)).Words);

    [Theory]
    [InlineData(0.64, 0.99, true)]
    [InlineData(0.98, 1.00, false)] // far below an excellent run it would be a shortcut all the same
    [InlineData(0.70, 0.72, false)]
    public void Judge_MetadataOnly_MayNotScore(double value, double run, bool passed) =>
        Assert.Equal(passed, Judge(new MetadataOnlyControl(new()), Auroc("c", value), Auroc(null, run, run - 0.005, run + 0.005)).Passed);

    [Theory]
    [InlineData(0.65, 0.66, true)]  // near chance
    [InlineData(0.80, 0.95, true)]  // clearly below the run
    [InlineData(0.80, 0.85, false)]
    public void Judge_Untrained_MustBeNearChanceOrClearlyBelow(double value, double run, bool passed) =>
        Assert.Equal(passed, Judge(new UntrainedControl(), Auroc("c", value), Auroc(null, run)).Passed);

    [Fact]
    public void Judge_RunWithInterval_IsClearlyBetterWhereTheWholeIntervalIs()
    {
        Assert.True(Judge(new UntrainedControl(), Auroc("c", 0.80), Auroc(null, 0.84, 0.81, 0.87)).Passed);
        Assert.False(Judge(new UntrainedControl(), Auroc("c", 0.80), Auroc(null, 0.95, 0.79, 0.99)).Passed);
    }

    [Theory]
    [InlineData(0.10, 0.20, true)]
    [InlineData(0.30, 0.20, false)]
    public void Judge_Prevalence_FailsWhereItsLossIsLower(double run, double constant, bool passed)
    {
        var verdict = Judge(new PrevalenceControl(), Loss("c", constant), Loss(null, run), Auroc("c", 0.5), Auroc(null, 0.8));
        Assert.Equal(passed, verdict.Passed);
    }

    [Fact]
    public void Judge_Prevalence_NamesTheFigureThatTheRunIsWorseIn() => Assert.Equal(
        "log-loss 0.200, the run 0.300; the run must not be worse. The run is worse than a constant: predicting how frequent each label is, without looking at a case, scores better.",
        Judge(new PrevalenceControl(), Loss("c", 0.2), Loss(null, 0.3)).Words);

    [Fact]
    public void Judge_ConstantThatWinsSpecificity_IsNoBetterForIt()
    {
        static Score Specificity(string? control, double value) => Loss(control, value) with { Metric = Loss(control, value).Metric with { Name = "specificity", HigherIsBetter = true } };
        Assert.True(Judge(new MajorityControl(), Specificity("c", 1), Specificity(null, 0.8), Auroc("c", 0.5), Auroc(null, 0.9)).Passed);
    }

    [Theory]
    [InlineData(0.92, true)]  // by chance
    [InlineData(0.95, false)] // above the run's interval
    public void Judge_Subset_MayNotBeClearlyBetter(double value, bool passed) =>
        Assert.Equal(passed, Judge(new SubsetControl(new() { PerClass = [5] }), Auroc("c", value), Auroc(null, 0.9, 0.87, 0.93)).Passed);

    [Fact]
    public void Judge_ExperimentsOwnBand_ReplacesTheControls()
    {
        var rule = new ControlRule("c", new PermutedLabelsControl().Expected, new ExpectedBand { Metric = "auroc", Label = "a", Below = 0.85 }, MustPass: true);
        var verdict = ControlJudge.Judge([rule], [Auroc("c", 0.8), Auroc(null, 0.9)]).Single();
        Assert.Equal((true, false, "auroc of 'a' 0.800, the run 0.900; at most 0.85 is expected."), (verdict.Passed, verdict.FailsRun, verdict.Words));
    }

    [Fact]
    public void Judge_NoFigureToJudge_FailsWhatMustPass()
    {
        var rule = new ControlRule("c", new PermutedLabelsControl().Expected, null, MustPass: true);
        var verdict = ControlJudge.Judge([rule], [Loss("c", 0.8), Loss(null, 0.9)]).Single();
        Assert.Equal((null, true, "there is no figure to judge. Add 'auroc' to 'metrics'."), (verdict.Passed, verdict.FailsRun, verdict.Words));
    }

    [Fact]
    public void Judge_TestPart_CountsWhereThereIsOne()
    {
        var validate = Auroc("c", 0.95) with { Split = "validate" };
        var verdict = Judge(new PermutedLabelsControl(), validate, Auroc("c", 0.5), Auroc(null, 0.9));
        Assert.Equal((true, "test"), (verdict.Passed, verdict.Split));
    }

    [Fact]
    public void Validate_BandWithoutEnds_SaysWhatIsMissing() => Assert.Equal(
        "'expect' has neither 'below' nor 'above'. Give at least one of them.",
        new ExpectedBand { Metric = "auroc" }.Validate(new System.ComponentModel.DataAnnotations.ValidationContext(new object())).Single().ErrorMessage);

    private static ControlVerdict Judge(IControl control, params Score[] scores) => ControlJudge.Judge([new ControlRule("c", control.Expected, null, false)], scores).Single();

    private static Score Auroc(string? control, double value, double? low = null, double? high = null) => new("stage", "test", control, new MetricValue
    {
        Name = "auroc", Label = "a", Value = value, Low = low, High = high, Count = 200, Positives = 100, Subjects = 200, HigherIsBetter = true,
    });

    private static Score Loss(string? control, double value) =>
        new("stage", "test", control, new MetricValue { Name = "log-loss", Value = value, Count = 200, Subjects = 200, HigherIsBetter = false });
}
