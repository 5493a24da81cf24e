using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Decisions;
using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Tests.Evaluation;

/// <summary>Counting a subject three times gives what copying its rows three times gives.</summary>
public sealed class CountedCohortTests
{
    private static readonly FigureMetric[] Metrics =
    [
        new Auroc(new()), new Auroc(new() { Average = Average.Weighted }), new Auroc(new() { Average = Average.Micro }), new AveragePrecision(new()),
        new LogLoss(new()), new Brier(new()), new Ece(new()), new NetBenefit(new() { Threshold = 0.3 }), new WeightedLogLoss(new()),
        new Accuracy(new()), new BalancedAccuracy(new()), new Mcc(new()), new Kappa(new()), new Kappa(new() { Weights = KappaWeights.Quadratic }),
        new Sensitivity(new()), new Specificity(new() { Average = Average.Micro }), new Components.Evaluation.Decisions.Precision(new() { Average = Average.Weighted }),
        new PositivePredictiveValue(new() { Prevalence = 0.2 }), new NegativePredictiveValue(new()), new F1(new()), new Recall(new()),
    ];

    [Fact]
    public void Compute_DrawnCohorts_AreTheFiguresOfTheirRows()
    {
        foreach (var (metric, table) in Metrics.SelectMany(metric => new[] { (metric, Labels()), (metric, Grades()) }))
        {
            var cohort = new Cohort(table, ConfidenceUnit.Subject);
            var list = metric.Figures(table, cohort);
            var (times, values) = (new int[cohort.Units], new double[list.Figures.Count]);
            for (var draw = 0; draw < 10; draw++)
            {
                Resampling.Draw(draw, times);
                list.Compute(times, values);
                Assert.Equal(metric.Compute(Resampling.Take(table, cohort, times)).Select(value => value.Value), values, (a, b) => a.Equals(b) || Math.Abs(a - b) < 1e-12);
            }
        }
    }

    // Two ways to count: where no two outputs are alike, and no unit counts more often than a byte holds; and all others.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(255)]
    [InlineData(256)]
    public void Auroc_OutputsThatAllDiffer_IsTheShareOfPairsInOrder(int most)
    {
        var random = new RandomStream(9);
        var (targets, outputs) = (new double[60], new double[60]);
        for (var i = 0; i < targets.Length; i++)
            (targets[i], outputs[i]) = (random.Chance(0.4) ? 1 : 0, random.Normal());
        int[] units = [.. Enumerable.Range(0, 60).Select(i => i / 3)];
        int[] times = [.. Enumerable.Range(0, 20).Select(unit => unit == 7 ? most : unit % 3)];

        var area = new RankedRows(new LabelRows([.. Enumerable.Range(0, 60)], units, targets, outputs)).Auroc(times);

        var (right, pairs) = (0.0, 0.0);
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 60; j++)
            {
                var count = targets[i] > targets[j] ? (double)times[units[i]] * times[units[j]] : 0;
                (right, pairs) = (right + (outputs[i] > outputs[j] ? count : 0), pairs + count);
            }
        }

        Assert.Equal(right / pairs, area, 1e-12);
    }

    [Fact]
    public void Draw_ManyCohorts_HaveTheirUnitsEquallyOften()
    {
        var (times, sums) = (new int[50], new double[50]);
        for (var draw = 0; draw < 4000; draw++)
        {
            Resampling.Draw(draw, times);
            Assert.Equal(50, times.Sum());
            for (var unit = 0; unit < sums.Length; unit++)
                sums[unit] += times[unit];
        }

        // A unit's count over 4,000 cohorts has mean 4,000 and standard deviation 63.
        Assert.All(sums, sum => Assert.InRange(sum, 4000 - 300, 4000 + 300));
    }

    private static Predictions Labels()
    {
        var random = new RandomStream(5);
        double[] targets = [.. Enumerable.Range(0, 120).Select(_ => random.Chance(0.1) ? double.NaN : random.Chance(0.4) ? 1 : 0)];
        return Table.Of(["a", "b"], targets, [.. targets.Select(_ => random.Next(21) / 20.0)], casesPerSubject: 3);
    }

    private static Predictions Grades()
    {
        var random = new RandomStream(6);
        int[] truths = [.. Enumerable.Range(0, 60).Select(_ => random.Next(3))];
        double[] outputs = [.. truths.SelectMany(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        return Table.OfClasses(3, truths, [.. outputs.Chunk(3).SelectMany(row => row.Select(output => output / row.Sum()))]);
    }
}
