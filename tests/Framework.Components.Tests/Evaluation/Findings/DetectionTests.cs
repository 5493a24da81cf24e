using Framework.Components.Evaluation.Findings;
using Framework.Components.Evaluation.Levels;
using static Framework.Components.Tests.Evaluation.Findings.Cases;

namespace Framework.Components.Tests.Evaluation.Findings;

public sealed class DetectionTests
{
    // Case 0: two objects, one found twice, one missed, one false. Case 1: one object, found less surely. Case 2: none, one false. Case 3: none, nothing found.
    private static readonly Predictions Four = Table(
        Of([Box(0, 0, 4, 4), Box(6, 6, 9, 9)], [Box(0, 0, 4, 4, 0.9), Box(0, 0, 4, 3, 0.8), Box(0, 6, 3, 9, 0.7)]),
        Of([Box(2, 2, 6, 6)], [Box(2, 2, 6, 6, 0.6)]),
        Of([], [Box(1, 1, 3, 3, 0.75)]),
        Of([], []));

    [Fact]
    public void Recall_ByHand_IsPerObjectAndPerCase()
    {
        var recall = new DetectionRecall(new DetectionOptions());
        Assert.Equal(2.0 / 3, recall.Figure(Four, "detection-recall"), 1e-12);
        Assert.Equal(0.75, recall.Figure(Four, "detection-recall-mean"), 1e-12);
        Assert.Equal(Math.Sqrt(0.125), recall.Figure(Four, "detection-recall-sd"), 1e-12);
        Assert.Equal(1.0 / 3, new DetectionRecall(new DetectionOptions { Score = 0.65 }).Figure(Four, "detection-recall"), 1e-12);
    }

    [Fact]
    public void Precision_ByHand_CountsSecondFindingsAsWrong()
    {
        var precision = new DetectionPrecision(new DetectionOptions());
        Assert.Equal(2.0 / 5, precision.Figure(Four, "detection-precision"), 1e-12);
        Assert.Equal((1.0 / 3 + 1 + 0) / 3, precision.Figure(Four, "detection-precision-mean"), 1e-12);
        Assert.Equal(3.0 / 4, precision.Figure(Four, "false-positives"), 1e-12);
    }

    // From the highest score: 0.9 right; 0.8 again; 0.75 and 0.7 wrong; 0.6 right. Four cases: false findings a case 0, 0, 1/4, 1/2, 1/2.
    [Fact]
    public void Froc_ByHand_IsTheHighestShareUpToEachRate()
    {
        var froc = new Froc(new FrocOptions());
        Assert.Equal(1.0 / 3, froc.Figure(Four, "froc-0.125"), 1e-12);
        Assert.Equal(1.0 / 3, froc.Figure(Four, "froc-0.25"), 1e-12);
        Assert.Equal(2.0 / 3, froc.Figure(Four, "froc-0.5"), 1e-12);
        Assert.Equal(2.0 / 3, froc.Figure(Four, "froc-8"), 1e-12);
        Assert.Equal(((2 * 1.0 / 3) + (5 * 2.0 / 3)) / 7, froc.Figure(Four, "froc"), 1e-12);
    }

    // Recall 1/3 at precision 1, then 2/3 at 2/5 (made to fall: max from the right): 34 points of 1 (0 to 0.33), 33 of 0.4 (0.34 to 0.66), 34 of 0.
    [Fact]
    public void AveragePrecision_ByHand_IsCocosAndVocs()
    {
        var coco = new AveragePrecisionIou(new AveragePrecisionIouOptions { Iou = [0.5] });
        Assert.Equal((34 + (33 * 0.4)) / 101, coco.Figure(Four, "average-precision-iou"), 1e-12);
        var voc = new AveragePrecisionIou(new AveragePrecisionIouOptions { Iou = [0.5], Area = CurveArea.Voc });
        Assert.Equal((1.0 / 3) + (0.4 / 3), voc.Figure(Four, "average-precision-iou"), 1e-12);
    }

    // A box of 4 x 4 and one of 4 x 3 within it overlap by 0.75.
    [Fact]
    public void AveragePrecision_SeveralOverlaps_IsTheirMean()
    {
        var table = Table(Of([Box(0, 0, 4, 4)], [Box(0, 0, 4, 3, 0.9)]));
        var metric = new AveragePrecisionIou(new AveragePrecisionIouOptions());
        Assert.Equal(0.6, metric.Figure(table, "average-precision-iou"), 1e-12);
        Assert.Equal(1, metric.Figure(table, "average-precision-iou-0.5"), 1e-12);
        Assert.Equal(1, metric.Figure(table, "average-precision-iou-0.75"), 1e-12);
        var masks = new AveragePrecisionIou(new AveragePrecisionIouOptions { Extent = ObjectExtent.Masks });
        Assert.Equal(0.6, masks.Figure(table, "average-precision-iou"), 1e-12);
    }

    [Fact]
    public void AveragePrecision_NoObjectAnywhere_IsNotDefined()
    {
        var table = Table(Of([], [Box(0, 0, 1, 1, 0.9)]));
        Assert.True(double.IsNaN(new AveragePrecisionIou(new AveragePrecisionIouOptions()).Figure(table, "average-precision-iou")));
        Assert.True(double.IsNaN(new Froc(new FrocOptions()).Figure(table, "froc")));
        Assert.True(double.IsNaN(new DetectionRecall(new DetectionOptions()).Figure(table, "detection-recall")));
    }

    // Every finding is matched anew by plain loops over lists of numbers, every recall's precision is searched among all findings.
    [Fact]
    public void AveragePrecision_RandomCases_EqualsBruteForce()
    {
        for (var seed = 0; seed < 30; seed++)
        {
            var random = new RandomStream((ulong)seed);
            CaseObject Draw(double score) => Random(random, score);
            var cases = Enumerable.Range(0, 6).Select(_ => Of(
                [.. Enumerable.Range(0, random.Next(4)).Select(_ => Draw(1))],
                [.. Enumerable.Range(0, random.Next(8)).Select(_ => Draw(random.NextDouble())).OrderByDescending(item => item.Score)])).ToArray();
            var expected = BruteForce.AveragePrecision(cases, 0.3);
            var actual = new AveragePrecisionIou(new AveragePrecisionIouOptions { Iou = [0.3] }).Figure(Table(cases), "average-precision-iou");
            Assert.Equal(expected, actual, 1e-12);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void Froc_RateThatIsNone_IsRefused(double rate) =>
        Assert.Equal("'froc' needs 'rates' to be numbers above 0: mean numbers of false findings in a case.", Assert.Throws<ExperimentException>(() => new Froc(new FrocOptions { Rates = [1, rate] })).Message);

    private static CaseObject Random(RandomStream random, double score)
    {
        var (x, y) = (random.Next(6), random.Next(6));
        return Box(x, y, x + 1 + random.Next(4), y + 1 + random.Next(4), score);
    }

    // Subject 0 has cases 0 and 1: two of three objects found. Subject 1 has cases 2 and 3, and nothing to be found.
    [Fact]
    public void Level_Subject_CountsObjectsAndFalseFindingsOfAllItsCases()
    {
        var subjects = LevelJoin.Of(Four, new Level { By = LevelUnit.Subject, Take = LevelRule.Max });

        var recall = new DetectionRecall(new DetectionOptions());
        Assert.Equal(2.0 / 3, recall.Figure(subjects, "detection-recall"), 1e-12);
        Assert.Equal(2.0 / 3, recall.Figure(subjects, "detection-recall-mean"), 1e-12); // 0.75 over cases
        Assert.Equal(2, recall.Compute(subjects)[0].Count);
        var froc = new Froc(new FrocOptions()); // false findings a subject: 0, 0, 1/2, 1, 1
        Assert.Equal(1.0 / 3, froc.Figure(subjects, "froc-0.5"), 1e-12);
        Assert.Equal(2.0 / 3, froc.Figure(subjects, "froc-1"), 1e-12);
        Assert.Equal(3.0 / 2, new DetectionPrecision(new DetectionOptions()).Figure(subjects, "false-positives"), 1e-12);
    }

    [Fact]
    public void Level_SubjectOfLabelMaps_AddsVoxelsUp()
    {
        var subjects = LevelJoin.Of(Table(Counts(4, 4, 4), Counts(10, 6, 0)), new Level { By = LevelUnit.Subject, Take = LevelRule.Max });

        Assert.Equal(2.0 * 4 / (14 + 10), new Dice(new OverlapOptions()).Figure(subjects, "dice"), 1e-12);
    }

    // Series a: one object through two slices, found in one of them. Series b: one object, missed. As slices: one of three.
    [Fact]
    public void Level_SubjectOfJoinedSeries_CountsObjectsOfSeries()
    {
        var cases = new[] { Of([Box(0, 0, 4, 4)], [Box(0, 0, 4, 4, 0.9)]), Of([Box(0, 0, 4, 4)], [], z: 1), Of([Box(5, 5, 8, 8)], []) };
        var slices = new Predictions([], [.. cases.Select((_, i) => new PredictedCase($"case{i}", "subject", "", 0) { Series = i < 2 ? "a" : "b" })], [], []) { Findings = cases };
        var series = LevelJoin.Of(slices, new Level { By = LevelUnit.Series, Take = LevelRule.Max });
        var subjects = LevelJoin.Of(series, new Level { By = LevelUnit.Subject, Take = LevelRule.Max });

        var joined = new DetectionRecall(new DetectionOptions { Join = new JoinOptions() });
        Assert.Equal(1.0 / 3, joined.Figure(slices, "detection-recall"), 1e-12);
        Assert.Equal(1.0 / 2, joined.Figure(slices, "detection-recall", at: "series"), 1e-12);
        Assert.Empty(joined.Compute(series)); // told already
        Assert.Equal(1.0 / 2, joined.Figure(subjects, "detection-recall"), 1e-12);
        Assert.Equal(1.0 / 3, new DetectionRecall(new DetectionOptions()).Figure(subjects, "detection-recall"), 1e-12);
    }
}
