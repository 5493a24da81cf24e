using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Findings;
using static Framework.Components.Tests.Evaluation.Findings.Cases;

namespace Framework.Components.Tests.Evaluation.Findings;

public sealed class OverlapTests
{
    // Dice 2 x 6 / 20 = 0.6, 1 (nothing there, nothing predicted) and 0; pooled 2 x 6 / (8 + 12 + 4).
    private static readonly Predictions Three = Table(Counts(8, 12, 6), Counts(0, 0, 0), Counts(4, 0, 0));

    [Fact]
    public void Dice_LabelMaps_IsMeanDeviationAndPooled()
    {
        var dice = new Dice(new OverlapOptions());
        Assert.Equal(1.6 / 3, dice.Figure(Three, "dice"), 1e-12);
        Assert.Equal(Math.Sqrt(((0.6 - 1.6 / 3) * (0.6 - 1.6 / 3) + (1 - 1.6 / 3) * (1 - 1.6 / 3) + 1.6 / 3 * 1.6 / 3) / 2), dice.Figure(Three, "dice-sd"), 1e-12);
        Assert.Equal(0.5, dice.Figure(Three, "dice-pooled"), 1e-12);
        Assert.False(dice.Compute(Three).Single(value => value.Name == "dice-sd").HigherIsBetter);
    }

    [Fact]
    public void Dice_TwoClasses_HaveFiguresAndTheirMean()
    {
        var both = Counts(8, 12, 6) with { Classes = ["bleed", "lacune"], Overlaps = [new ClassOverlap("bleed", 8, 12, 6), new ClassOverlap("lacune", 4, 4, 4)] };
        var dice = new Dice(new OverlapOptions());
        Assert.Equal([0.6, 1, 0.8], new[] { "bleed", "lacune", null }.Select(name => Math.Round(dice.Figure(Table(both), "dice", name), 12)));
    }

    [Fact]
    public void Dice_EmptyCasesLeftOut_AreNotInTheMean()
    {
        var dice = new Dice(new OverlapOptions { Empty = EmptyCase.LeaveOut });
        Assert.Equal(0.3, dice.Figure(Three, "dice"), 1e-12);
    }

    [Fact]
    public void Iou_LabelMaps_IsIntersectionOverUnion()
    {
        var iou = new IntersectionOverUnion(new OverlapOptions());
        Assert.Equal((6.0 / 14 + 1 + 0) / 3, iou.Figure(Three, "iou"), 1e-12);
        Assert.Equal(6.0 / 18, iou.Figure(Three, "iou-pooled"), 1e-12);
    }

    // Truth 4 x 4; found 2 x 4 and 4 x 2 within it, which share 2 x 2, and 2 x 2 beside it.
    [Fact]
    public void Dice_Detector_TakesTheMasksFromTheScoreOnTogether()
    {
        var table = Table(Of([Box(0, 0, 4, 4)], [Box(0, 0, 2, 4, 0.9), Box(0, 0, 4, 2, 0.4), Box(6, 6, 8, 8, 0.1)]));
        Assert.Equal(2.0 * 8 / (16 + 8), new Dice(new OverlapOptions()).Figure(table, "dice"), 1e-12);
        Assert.Equal(2.0 * 12 / (16 + 12), new Dice(new OverlapOptions { Score = 0.3 }).Figure(table, "dice"), 1e-12);
        Assert.Equal(2.0 * 12 / (16 + 16), new Dice(new OverlapOptions { Score = 0 }).Figure(table, "dice"), 1e-12);
    }

    [Fact]
    public void Dice_StageOfLabels_HasNoFigure() => Assert.Empty(new Dice(new OverlapOptions()).Compute(Evaluation.Table.Of([1, 0], [0.2, 0.3])));

    [Fact]
    public void Dice_UnknownTruth_DoesNotCount()
    {
        var unknown = Counts(3, 0, 0) with { Overlaps = [new ClassOverlap("bleed", 3, null, null)] };
        var value = new Dice(new OverlapOptions()).Compute(Table(Counts(8, 12, 6), unknown))[0];
        Assert.Equal((0.6, 1), (value.Value, value.Count));
    }

    [Fact]
    public void Dice_Interval_HoldsTheFigureAndIsTheSameEachTime()
    {
        var metric = new Dice(new OverlapOptions { Confidence = new ConfidenceOptions { Resamples = 200 } });
        var table = Table([.. Enumerable.Range(1, 20).Select(i => Counts(10, 10, i % 10))]);
        var (one, other) = (metric.Compute(table)[0], metric.Compute(table)[0]);
        Assert.Equal((one.Low, one.High), (other.Low, other.High));
        Assert.InRange(one.Value, one.Low!.Value, one.High!.Value);
        Assert.Equal((0.95, 10), (one.Level!.Value, one.Subjects));
    }

    [Fact]
    public void Dice_DetectorOfBoxes_SaysThatMasksAreNeeded()
    {
        var box = Box(0, 0, 2, 2, 0.9) with { Mask = null };
        var error = Assert.Throws<ExperimentException>(() => new Dice(new OverlapOptions()).Compute(Table(Of([], [box]))));
        Assert.Equal("an object 'bleed' has a box and no mask, and masks are to be compared. Use 'extent: boxes', or a model and data with masks.", error.Message);
    }
}
