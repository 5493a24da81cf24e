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
            []);

        Assert.Equal(
            [
                "stage     split  metric    label                    value  cases  subjects  prevalence  untrained",
                "classify  test   auroc     any    0.9123 [0.8000, 0.9500]     30        10      0.5000          -",
                "classify  test   log-loss  all                     0.7000     30        10      0.6000     0.6900  worse than constant",
            ],
            lines);
    }

    [Fact]
    public void Lines_PublishedValue_StandsBesideOurs()
    {
        var lines = ResultTable.Lines(
            [Row("auroc", "any", 0.9, higher: true), Row("auroc", "subdural", 0.8, higher: true)],
            [new PublishedValue { Metric = "auroc", Label = "any", Value = 0.988 }]);

        Assert.Equal(
            [
                "stage     split  metric  label      value  cases  subjects  published",
                "classify  test   auroc   any       0.9000     30        10     0.9880",
                "classify  test   auroc   subdural  0.8000     30        10          -",
            ],
            lines);
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
        var lines = ResultTable.Lines([row, row with { Control = "untrained", Value = 0.5, Folds = new Spread(0.51, 0.02, 5) }, row with { Control = "subset", Value = 0.89, Folds = new Spread(0.86, 0.01, 5) }], []);

        Assert.Equal(
            [
                "stage     split  at       metric  label   value            mean ± SD  cases  subjects  untrained  subset",
                "classify  test   subject  auroc   any    0.9000  0.8800 ± 0.0300 (5)     30        10     0.5000  0.8900  not distinguishable from subset",
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
