using Framework.Host.Engines.Comparison;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class RunComparisonTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Of_ARunAndItself_TellsNothingApart()
    {
        var run = Run();

        var figures = RunComparison.Of([run, run]);

        Assert.Equal(["validate", "test"], figures.Select(figure => figure.Split).Distinct());
        Assert.All(figures, figure => Assert.Equal((0.0, 1.0, false), (figure.Result.Difference, figure.Corrected, figure.IsDistinguishable)));
    }

    [Fact]
    public void MustDiffer_OneRunTwice_IsRefused()
    {
        var (first, second) = (Run(), Run("stages.guess.trainer.rate=0.9"));

        RunComparison.MustDiffer([first, second]);

        Assert.Equal(
            $"{second.Folder.Path}: this run is named twice. 'latest' and an experiment's name stand for the newest run; name an older one by its folder.",
            Assert.Throws<ExperimentException>(() => RunComparison.MustDiffer([first, second, second])).Message);
    }

    [Fact]
    public void Of_TwoRates_HasTheFiguresOfBothRuns()
    {
        var (first, second) = (Run(), Run("stages.guess.trainer.rate=0.9"));

        var figures = RunComparison.Of([first, second]);

        var compared = figures.Single(figure => figure is { Split: "test", Result.Metric: "squared-error" }).Result;
        double Own(ComparedRun run) => run.Folder.Metrics!.Single(row => row is { Split: "test", Name: "squared-error", Control: null }).Value!.Value;
        Assert.Equal((Own(first), Own(second)), (compared.First, compared.Second));
        Assert.NotEqual(0, compared.Difference);
    }

    [Fact]
    public void Of_OtherCases_IsRefusedWithTheirNumber()
    {
        var error = Assert.Throws<ExperimentException>(() => RunComparison.Of([Run(), Run("data.cases=60")]));

        Assert.Contains(" cases are in one of the runs only, and ", error.Message, StringComparison.Ordinal);
        Assert.EndsWith("run both on the same data with the same split and seed.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_TwoVariantsOfOneRun_HasTheFiguresOfBothAtEveryLevel()
    {
        var experiment = _bench.Load("controls=[]", "matrix={ stages.guess.trainer.rate: [0.1, 0.9] }", "levels=[ { by: subject, take: max } ]", "metrics=[ study.squared-error, { use: study.hits, at: [subject] } ]");
        var folder = _bench.Run(experiment);

        var figures = RunComparison.Of([ComparedRun.Of(folder, experiment, "rate-0-1"), ComparedRun.Of(folder, experiment, "rate-0-9")]);

        foreach (var at in new[] { "case", "subject" })
        {
            var compared = figures.Single(figure => figure is { Split: "test", Result.Metric: "squared-error" } && figure.At == at).Result;
            double Own(string variant) => folder.Metrics!.Single(row => row is { Split: "test", Name: "squared-error" } && row.Variant == variant && row.At == at).Value!.Value;
            Assert.Equal((Own("rate-0-1"), Own("rate-0-9")), (compared.First, compared.Second));
            Assert.NotEqual(0, compared.Difference);
        }

        Assert.Equal("subject", Assert.Single(figures, figure => figure is { Split: "test", Result.Metric: "hits" }).At);
        Assert.Equal(
            $"{folder.Path}: this run has 2 variants, and one is compared. Name it behind the run, as in '{folder.Path}@rate-0-1'. There are 'rate-0-1', 'rate-0-9'.",
            Assert.Throws<ExperimentException>(() => ComparedRun.Of(folder, experiment, null)).Message);
        Assert.Contains("there is no variant 'rate-0-2'. Did you mean", Assert.Throws<ExperimentException>(() => ComparedRun.Of(folder, experiment, "rate-0-2")).Message, StringComparison.Ordinal);
        Assert.EndsWith("Leave '@x' out.", Assert.Throws<ExperimentException>(() => ComparedRun.Of(folder, _bench.Load("controls=[]"), "x")).Message, StringComparison.Ordinal);
    }

    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives 0.03, 0.06, 0.06, 0.02.
    [Fact]
    public void Holm_KnownExample_EqualsR()
    {
        var corrected = RunComparison.Holm([0.01, 0.04, double.NaN, 0.03, 0.005]);

        double[] expected = [0.03, 0.06, double.NaN, 0.06, 0.02];
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], corrected[i], 1e-12);
    }

    private ComparedRun Run(params string[] sets)
    {
        var experiment = _bench.Load([.. sets, "controls=[]"]);
        return new ComparedRun(_bench.Run(experiment), experiment);
    }
}
