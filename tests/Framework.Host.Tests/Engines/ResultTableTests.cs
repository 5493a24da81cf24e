using Framework.Components.Evaluation;
using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Tests.Engines;

public sealed class ResultTableTests
{
    [Fact]
    public void Lines_RunAndControls_StandBesideEachOtherAndWorseThanConstantIsSaid()
    {
        var lines = ResultTable.Lines(
            [
                Row("auroc", "any", 0.91234, higher: true) with { Low = 0.8, High = 0.95, Level = 0.95 },
                Row("log-loss", null, 0.7, higher: false),
                Row("auroc", "any", 0.5, higher: true) with { Control = "prevalence" },
                Row("log-loss", null, 0.6, higher: false) with { Control = "prevalence" },
                Row("auroc", "any", null, higher: true) with { Control = "untrained" },
                Row("log-loss", null, 0.69, higher: false) with { Control = "untrained" },
            ],
            [], width: null);

        Assert.Equal(
            [
                "classify, test: 30 cases of 10 subjects",
                "metric    label          value [95 %]  prevalence  untrained",
                "auroc     any    0.912 [0.800, 0.950]       0.500          -",
                "log-loss  all    0.700                      0.600      0.690",
                "! log-loss, all: worse than constant",
            ],
            lines);
    }

    [Fact]
    public void Lines_PublishedValue_StandsBesideOurs()
    {
        var lines = ResultTable.Lines(
            [Row("auroc", "any", 0.9, higher: true), Row("auroc", "subdural", 0.8, higher: true)],
            [new PublishedValue { Metric = "auroc", Label = "any", Value = 0.988 }], width: null);

        Assert.Equal(
            [
                "classify, test: 30 cases of 10 subjects",
                "metric  label     value  published",
                "auroc   any       0.900      0.988",
                "auroc   subdural  0.800          -",
            ],
            lines);
    }

    [Fact]
    public void Lines_OtherCounts_StandInTheirColumnsAndSmallFiguresKeepDigits()
    {
        var lines = ResultTable.Lines([Row("brier", "any", 0.01234, higher: false), Row("brier", "subdural", 0, higher: false) with { Count = 28 }], [], width: null);

        Assert.Equal(
            [
                "classify, test",
                "metric  label      value  cases  subjects",
                "brier   any       0.0123     30        10",
                "brier   subdural  0.000      28        10",
            ],
            lines);
    }

    // Six labels, three metrics with intervals and two controls: the quick start.
    [Fact]
    public void Lines_QuickStart_FitsIntoEightyColumns()
    {
        var own = Row("weighted-log-loss", "intraventricular", 0.236, higher: false) with { Low = 0.2, High = 0.3, Level = 0.95 };

        var lines = ResultTable.Lines([own, own with { Control = "untrained", Value = 0.8 }, own with { Control = "prevalence", Value = 0.5 }], [], width: null);

        Assert.Equal(80, lines.Max(line => line.Length));
    }

    [Fact]
    public void Lines_PublishedValueOfAStageAndLevel_StandsBesideThatAlone()
    {
        MetricRow[] rows = [Row("dice", null, 0.9, higher: true), Row("dice", null, 0.6, higher: true) with { At = "series" }, Row("dice", null, 0.5, higher: true) with { Stage = "other", At = "series" }];
        var lines = ResultTable.Lines(rows, [new PublishedValue { Metric = "dice", Stage = "classify", At = "series", Value = 0.627 }], width: null);

        Assert.Equal(["-", "0.627", "-"], lines.Where(line => line.StartsWith("dice", StringComparison.Ordinal)).Select(line => line.Split(' ')[^1]));
    }

    [Theory]
    [InlineData(true, 0.4, true)]
    [InlineData(true, 0.5, false)]
    [InlineData(false, 0.6, true)]
    [InlineData(false, 0.5, false)]
    public void IsWorseThanConstant_EitherDirection_ComparesAsTheMetricSays(bool higher, double value, bool expected)
    {
        var row = Row("score", null, value, higher);

        Assert.Equal(expected, ResultTable.IsWorseThanConstant(row, [row, row with { Value = 0.5, Control = "prevalence" }]));
    }

    [Fact]
    public void Lines_LevelsAndFolds_HaveTheirColumnsAndSayWhatIsNotDistinguishable()
    {
        var row = Row("auroc", "any", 0.9, higher: true) with { At = "subject", Folds = new Spread(0.88, 0.03, 5) };
        var lines = ResultTable.Lines([row, row with { Control = "untrained", Value = 0.5, Folds = new Spread(0.51, 0.02, 5) }, row with { Control = "subset", Value = 0.89, Folds = new Spread(0.86, 0.01, 5) }], [], width: null);

        Assert.Equal(
            [
                "classify, test, by subject: 10 subjects",
                "metric  label  value           mean ± SD  untrained  subset",
                "auroc   any    0.900  0.880 ± 0.0300 (5)      0.500   0.890",
                "! auroc, any: not distinguishable from subset",
            ],
            lines);
    }

    [Fact]
    public void IsDistinguishableFrom_OneFold_LooksAtTheInterval()
    {
        var row = Row("auroc", "any", 0.9, higher: true) with { Low = 0.8, High = 0.95, Level = 0.95 };

        Assert.Equal((false, true), (row.IsDistinguishableFrom(row with { Value = 0.82 }), row.IsDistinguishableFrom(row with { Value = 0.5 })));
        Assert.Null(Row("auroc", "any", 0.9, higher: true).IsDistinguishableFrom(row));
    }

    private static MetricRow Row(string name, string? label, double? value, bool higher) => new()
    {
        Stage = "classify",
        Split = "test",
        Name = name,
        Label = label,
        Value = value,
        Count = 30,
        Subjects = 10,
        HigherIsBetter = higher,
    };
}
