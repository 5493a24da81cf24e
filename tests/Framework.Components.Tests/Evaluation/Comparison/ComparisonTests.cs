using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Comparison;
using Framework.Components.Evaluation.Decisions;

namespace Framework.Components.Tests.Evaluation.Comparison;

public sealed class ComparisonTests
{
    // Binomial by hand: of 12 cases on which only one is right, 10 go to the first: 2 (1 + 12 + 66) / 4096.
    [Fact]
    public void McNemar_TenToTwo_IsTheBinomial()
    {
        var (first, second) = Answers(both: 30, better: 10, worse: 2, neither: 8);
        var result = McNemar.Compare(first, second, [.. Enumerable.Range(0, first.Length)]);
        Assert.Equal(2 * (1 + 12 + 66) / 4096.0, result.P, 1e-12);
        Assert.Equal((0.8, 0.64, "McNemar, exact", 50, 50), (result.First, result.Second, result.Method, result.Count, result.Subjects));
        // Wald with the variance between cases: (12/50 - 0.16^2) / 49.
        Assert.Equal(0.16 - (1.959963984540054 * Math.Sqrt((0.24 - 0.0256) / 49)), result.Low!.Value, 1e-9);
    }

    [Fact]
    public void McNemar_SameAnswers_SaysOne()
    {
        var (first, second) = Answers(5, 0, 0, 5);
        Assert.Equal(1, McNemar.Compare(first, second, [.. Enumerable.Range(0, 10)]).P);
        Assert.Equal(1, McNemar.Compare(first, second, new int[10]).P);
    }

    [Fact]
    public void McNemar_CasesCopiedWithinSubjects_IsNoMoreCertain()
    {
        var (first, second) = Answers(60, 30, 15, 20);
        int[] subjects = [.. Enumerable.Range(0, first.Length)];
        static T[] Copied<T>(T[] values) => [.. values.SelectMany(value => Enumerable.Repeat(value, 6))];
        var (once, copied) = (McNemar.Compare(first, second, subjects), McNemar.Compare(Copied(first), Copied(second), Copied(subjects)));
        Assert.Equal("McNemar, subjects together", copied.Method);
        // Without the correction for continuity: 15 / sqrt(45).
        Assert.Equal(0.02534731867746826, copied.P, 1e-9);
        Assert.Equal((once.Low!.Value, once.High!.Value, 125), (copied.Low!.Value, copied.High!.Value, copied.Subjects), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-9 && a.Item3 == b.Item3);
    }

    [Fact]
    public void PairedDeLong_ModelAndItself_IsNoDifference()
    {
        var table = Table.Of(Oracle.Targets, Oracle.Scores);
        var result = Assert.Single(PairedDeLong.Compare(PairedPredictions.Of(table, table)));
        Assert.Equal((0.0, 1.0, 400), (result.Difference, result.P, result.Count));
    }

    // The variance of a difference by its definition: structural components of all pairs of both models.
    [Fact]
    public void PairedDeLong_TwoModels_HasTheVarianceOfAllPairs()
    {
        var (targets, first, second) = (Oracle.Targets, Oracle.Scores, Oracle.TiedScores.Select((score, i) => score + (0.4 * Noise(i))).ToArray());
        var result = Assert.Single(PairedDeLong.Compare(PairedPredictions.Of(Table.Of(targets, first), Table.Of(targets, second))));
        var differences = Components(targets, first).Zip(Components(targets, second), (a, b) => a - b).ToArray();
        double Variance(bool positive)
        {
            var own = differences.Where((_, i) => targets[i] > 0.5 == positive).ToArray();
            return own.Sum(one => Math.Pow(one - own.Average(), 2)) / (own.Length - 1) / own.Length;
        }

        var error = Math.Sqrt(Variance(true) + Variance(false));
        Assert.Equal(result.Difference - (1.959963984540054 * error), result.Low!.Value, 1e-9);
        Assert.Equal(result.Difference + (1.959963984540054 * error), result.High!.Value, 1e-9);
        Assert.InRange(result.P, 0, 0.01);
    }

    [Fact]
    public void PairedBootstrap_Auroc_AgreesWithDeLong()
    {
        var pair = PairedPredictions.Of(
            Table.Of(Oracle.Targets, Oracle.Scores), Table.Of(Oracle.Targets, [.. Oracle.Scores.Select((score, i) => score + (0.6 * Noise(i)))]));
        var (formula, drawn) = (PairedDeLong.Compare(pair)[0], PairedBootstrap.Compare(new Auroc(new()), pair).Single(result => result.Label == "any"));
        Assert.Equal(formula.Difference, drawn.Difference, 1e-12);
        Assert.Equal(formula.High!.Value - formula.Low!.Value, drawn.High!.Value - drawn.Low!.Value, 0.02);
        Assert.Equal(2.0 / 1001, drawn.P, 1e-12);
    }

    // A metric of a plugin has no figures to count again: its rows are drawn.
    [Fact]
    public void PairedBootstrap_AnyMetric_DrawsTheSameCohorts()
    {
        var pair = PairedPredictions.Of(Table.Of(["any"], Oracle.Targets, Oracle.Scores, 4), Table.Of(["any"], Oracle.Targets, Oracle.TiedScores, 4));
        var (known, unknown) = (PairedBootstrap.Compare(new Brier(new()), pair, 200)[0], PairedBootstrap.Compare(new Foreign(new Brier(new())), pair, 200)[0]);
        Assert.Equal((known.Low!.Value, known.High!.Value, known.P), (unknown.Low!.Value, unknown.High!.Value, unknown.P), (a, b) => Math.Abs(a.Item1 - b.Item1) + Math.Abs(a.Item2 - b.Item2) < 1e-12 && a.Item3 == b.Item3);
    }

    [Fact]
    public void PairedPredictions_OtherOrderAndMoreCases_KeepsThoseInCommon()
    {
        var first = Table.Of([0, 1, 1], [0.1, 0.2, 0.3]);
        var second = TableRows.Take(first, [2, 0]);
        var pair = PairedPredictions.Of(first, second);
        Assert.Equal(["case0", "case2"], pair.Second.Rows.Select(row => row.Case));
        Assert.Equal([0.1, 0.3], pair.Second.Outputs.ToArray());
        Assert.Equal(1, pair.LeftOut);
    }

    [Fact]
    public void PairedPredictions_WhatCannotBeCompared_SaysWhy()
    {
        static string Message(Predictions first, Predictions second) => Assert.Throws<ExperimentException>(() => PairedPredictions.Of(first, second)).Message;
        var table = Table.Of([0, 1], [0.1, 0.2]);
        Assert.Equal("these predictions cannot be compared: the case 'case1' has different targets in them. Run both on the same labels.", Message(table, Table.Of([0, 0], [0.1, 0.2])));
        Assert.Equal("these predictions cannot be compared: one has the labels any, the other other. Compare runs of the same labels.", Message(table, Table.Of(["other"], [0, 1], [0, 1])));
        var others = new Predictions(["any"], [new PredictedCase("x", "s", "", 0)], [1], [1]);
        Assert.StartsWith("these predictions cannot be compared: they have no case in common.", Message(table, others), StringComparison.Ordinal);
    }

    private static double Noise(int i) => (i * 7919 % 400) / 400.0;

    private static double[] Components(double[] targets, double[] scores) => [.. targets.Select((target, i) => targets
        .Select((other, j) => (other, j)).Where(pair => pair.other > 0.5 != target > 0.5)
        .Average(pair => scores[i] == scores[pair.j] ? 0.5 : scores[i] > scores[pair.j] == target > 0.5 ? 1.0 : 0))];

    private static (bool[] First, bool[] Second) Answers(int both, int better, int worse, int neither) =>
        ([.. Of(both, true), .. Of(better, true), .. Of(worse, false), .. Of(neither, false)], [.. Of(both, true), .. Of(better, false), .. Of(worse, true), .. Of(neither, false)]);

    private static IEnumerable<bool> Of(int count, bool right) => Enumerable.Repeat(right, count);

    private sealed class Foreign(IMetric inner) : IMetric
    {
        public IReadOnlyList<MetricValue> Compute(Predictions predictions) => inner.Compute(predictions);
    }
}
