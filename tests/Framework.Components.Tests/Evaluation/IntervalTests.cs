using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;
using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Tests.Evaluation;

public sealed class IntervalTests
{
    // Published tables of the normal distribution; the last is from its asymptotic series.
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685429)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(-6, 9.865876450376946e-10)]
    [InlineData(-10, 7.619853024160527e-24)]
    public void NormalBelow_KnownValues_Agrees(double value, double share)
    {
        Assert.Equal(1, NormalDistribution.Below(value) / share, 1e-12);
        Assert.Equal(value, NormalDistribution.Quantile(share), 1e-9);
    }

    // Newcombe 1998, table I: 81 of 263 and 0 of 20.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_PublishedExamples_Agrees(int hits, int trials, double low, double high)
    {
        var interval = Wilson.Of(hits, trials, 0.95);
        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    // Ten copies of each trial within a subject say no more than the trial itself, but for the m / (m - 1) of the variance.
    [Fact]
    public void WilsonOfClusters_CopiedTrials_CountSubjects()
    {
        int[] hits = [.. Enumerable.Range(0, 50).Select(i => i < 30 ? 10 : 0)];
        var interval = Wilson.OfClusters(hits, [.. hits.Select(_ => 10)], 0.95)!.Value;
        Assert.Equal(Wilson.Of(30 * 49 / 50.0, 49, 0.95), interval);
        Assert.Equal(Wilson.Of(50, 50, 0.95), Wilson.OfClusters([.. hits.Select(_ => 10)], [.. hits.Select(_ => 10)], 0.95));
        Assert.Equal(Wilson.Of(30, 50, 0.95), Wilson.OfClusters([.. hits.Select(hit => hit / 10)], [.. hits.Select(_ => 1)], 0.95));
        Assert.Null(Wilson.OfClusters([0, 0], [0, 0], 0.95));
    }

    [SharedDataTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void DeLong_OneCaseASubject_HasTheVarianceOfAllPairs(bool tied)
    {
        var (targets, scores) = (Oracle.Targets, tied ? Oracle.TiedScores : Oracle.Scores);
        var deLong = Rows(targets, scores, 1);
        var (area, variance) = AllPairs(targets, scores);
        Assert.Equal(area, deLong.Area, 1e-12);
        Assert.Equal(variance, DeLong.Covariance(deLong, deLong), 1e-12);
        var interval = Table.Single(new Auroc(new() { Confidence = new() { Method = ConfidenceMethod.Delong } }), Table.Of(targets, scores), "any");
        Assert.Equal((area - (1.959963984540054 * Math.Sqrt(variance)), area + (1.959963984540054 * Math.Sqrt(variance))), (interval.Low!.Value, interval.High!.Value), Close);
    }

    // Every case four times within its subject: the same areas, and the variance of the cases counted once.
    [Fact]
    public void DeLong_CasesCopiedWithinSubjects_KeepsTheVariance()
    {
        var once = Rows(Oracle.Targets, Oracle.Scores, 1);
        double[] Copied(double[] values) => [.. values.SelectMany(value => Enumerable.Repeat(value, 4))];
        var copied = Rows(Copied(Oracle.Targets), Copied(Oracle.Scores), 4);
        Assert.Equal(once.Area, copied.Area, 1e-12);
        Assert.Equal(DeLong.Covariance(once, once), DeLong.Covariance(copied, copied), 1e-12);
    }

    [Fact]
    public void Bca_SymmetricFigure_IsAboutThePercentiles()
    {
        var table = Table.Of([.. Enumerable.Range(0, 300).Select(i => (double)(i % 2))], [.. Enumerable.Range(0, 300).Select(i => ((i * 7919) % 300) / 300.0)]);
        var (plain, corrected) = (Interval(table, ConfidenceMethod.Bootstrap), Interval(table, ConfidenceMethod.Bca));
        Assert.Equal(plain.Low!.Value, corrected.Low!.Value, 0.02);
        Assert.Equal(plain.High!.Value, corrected.High!.Value, 0.02);
        Assert.NotEqual(plain.Low, corrected.Low);
    }

    // A mean of exponential values: skewness 2, so the acceleration is 2 / (6 sqrt(n)), and BCa moves the interval up (Efron 1987).
    [Fact]
    public void Bca_SkewedMean_MovesAsItsAccelerationSays()
    {
        double[] values = [.. Enumerable.Range(0, 200).Select(i => -Math.Log(1 - ((i + 0.5) / 200)))];
        var cohort = new Cohort(Table.Of(values, values), ConfidenceUnit.Case);
        var mean = WeightedMean.Of(cohort.UnitOf, values, cohort);
        void Compute(int[] times, double[] figures) => figures[0] = mean(times);
        var sorted = Percentiles.Sorted(Resampling.Figures(cohort, 20_000, 1, Compute), 0);
        var left = BiasCorrected.Jackknife(cohort, 1, Compute).Select(figures => figures[0]).ToArray();
        var (plain, corrected) = (Percentiles.Middle(sorted, 0.95)!.Value, BiasCorrected.Of(values.Average(), sorted, left, 0.95)!.Value);
        // Edgeworth: the ends move by about acceleration x (2 z^2 + 1) / 2 ... standard errors each; here 0.9 to 1.5 of a tenth of one.
        var error = (plain.High - plain.Low) / 3.92;
        Assert.InRange((corrected.Low - plain.Low) / error, 0.1, 0.35);
        Assert.InRange((corrected.High - plain.High) / error, 0.1, 0.45);
    }

    [Fact]
    public void Bootstrap_CasesOfFewSubjects_AreWiderThanSingleCases()
    {
        // Twenty subjects of twenty cases, each subject all right or all wrong.
        double[] targets = [.. Enumerable.Range(0, 400).Select(i => (double)(i % 2))];
        double[] outputs = [.. targets.Select((target, i) => i / 20 % 4 == 0 ? 1 - target : target)];
        var table = Table.Of(["any"], targets, outputs, casesPerSubject: 20);
        MetricValue By(ConfidenceUnit unit) => Table.Single(new Accuracy(new() { Confidence = new() { By = unit } }), table, "any");
        var ratio = (By(ConfidenceUnit.Subject).High - By(ConfidenceUnit.Subject).Low) / (By(ConfidenceUnit.Case).High - By(ConfidenceUnit.Case).Low);
        Assert.InRange(ratio!.Value, 3.5, 5.5); // the square root of 20
    }

    [Fact]
    public void Validate_FormulaOfAnotherMetric_SaysWhatSuits()
    {
        var options = new FigureOptions { Confidence = new() { Method = ConfidenceMethod.Delong } };
        Assert.Equal("'confidence.method' cannot be 'delong' here: that interval is for areas under ROC curves. Use bootstrap or bca.", Assert.Single(options.Validate(new(options))).ErrorMessage);
        var ppv = new PredictiveValueOptions { Prevalence = 0.1, Confidence = new() { Method = ConfidenceMethod.Wilson } };
        Assert.Equal("'confidence.method' cannot be 'wilson' here: that interval is for proportions of cases. Use bootstrap or bca.", Assert.Single(ppv.Validate(new(ppv))).ErrorMessage);
        var auroc = new AurocOptions { Confidence = new() { Method = ConfidenceMethod.Wilson } };
        Assert.EndsWith("Use bootstrap, bca or delong.", Assert.Single(auroc.Validate(new(auroc))).ErrorMessage, StringComparison.Ordinal);
        Assert.Empty(new AurocOptions { Confidence = new() { Method = ConfidenceMethod.Delong } }.Validate(new(auroc)));
    }

    private static MetricValue Interval(Predictions table, ConfidenceMethod method) =>
        Table.Single(new Auroc(new() { Confidence = new() { Method = method } }), table, "any");

    private static DeLong Rows(double[] targets, double[] scores, int casesPerSubject)
    {
        var cohort = new Cohort(Table.Of(["any"], targets, scores, casesPerSubject), ConfidenceUnit.Subject);
        return new DeLong(new LabelRows([.. Enumerable.Range(0, targets.Length)], cohort.UnitOf, targets, scores), cohort.Units);
    }

    // The definition: structural components of every pair, and their variances (DeLong 1988, equations 3 to 5).
    private static (double Area, double Variance) AllPairs(double[] targets, double[] scores)
    {
        var (positives, negatives) = (scores.Where((_, i) => targets[i] > 0.5).ToArray(), scores.Where((_, i) => targets[i] <= 0.5).ToArray());
        static double Wins(double positive, double negative) => positive > negative ? 1 : positive == negative ? 0.5 : 0;
        var ofPositives = positives.Select(positive => negatives.Average(negative => Wins(positive, negative))).ToArray();
        var ofNegatives = negatives.Select(negative => positives.Average(positive => Wins(positive, negative))).ToArray();
        var area = ofPositives.Average();
        static double Variance(double[] values) => values.Sum(value => Math.Pow(value - values.Average(), 2)) / (values.Length - 1);
        return (area, (Variance(ofPositives) / positives.Length) + (Variance(ofNegatives) / negatives.Length));
    }

    private static bool Close((double, double) left, (double, double) right) => Math.Abs(left.Item1 - right.Item1) < 1e-9 && Math.Abs(left.Item2 - right.Item2) < 1e-9;
}
