using Framework.Host.Engines;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines;

public sealed class ControlVerdictTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Run_ControlWithABand_LeavesItsVerdictInTheFolder()
    {
        var run = _bench.Run(_bench.Load("controls=[{use: prevalence, must: pass, expect: {metric: squared-error, label: odd, above: 0.25, below: 0.25}}]"));

        // One half for every case is wrong by a quarter, squared, whatever the case is.
        var verdict = Assert.Single(run.Verdicts);
        Assert.Equal(("guess", "test", "prevalence", true, true), (verdict.Stage, verdict.Split, verdict.Control, verdict.Passed, verdict.MustPass));
        Assert.Equal(0.25, verdict.Value);
        Assert.False(verdict.FailsRun);
    }

    [Fact]
    public void Run_ControlThatMustPassAndDoesNot_FailsTheRunAndIsRedInTheReport()
    {
        var run = _bench.Run(_bench.Load("controls=[{use: prevalence, must: pass, expect: {metric: squared-error, below: 0.2}}]"));

        Assert.True(Assert.Single(run.Verdicts).FailsRun);
        Assert.StartsWith("NOT AS EXPECTED: guess, prevalence: squared-error of 'odd' 0.250", Verdicts.Lines(run.Verdicts).Single(), StringComparison.Ordinal);
        Assert.Contains("class=\"verdict bad\"", File.ReadAllText(run.ReportFile), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ControlThatDoesNotFitItsStage_FailsBeforeAnythingIsTrained()
    {
        var experiment = _bench.Load("controls=[study.needy]");

        var error = Assert.Throws<ExperimentException>(() => _bench.Run(experiment));

        Assert.Equal("'study.needy' needs a model.", error.Message);
        Assert.Empty(Workbench.TrainerOf(experiment).Taken);
    }

    [Fact]
    public void Load_ControlWithVariants_RunsEachUnderItsOwnNameWithOneStream()
    {
        var run = _bench.Run(_bench.Load("controls=[{use: study.first, counts: [3, 6]}]"));

        Assert.Equal(["guess.0.0", "guess.0.0.study.first-3", "guess.0.0.study.first-6"], run.Units.Select(unit => unit.Unit.Name));
        Assert.Equal(["study.first-3", "study.first-6"], run.Verdicts.Select(verdict => verdict.Control));
        Assert.Equal(3, run.Units.Select(unit => unit.Unit.Key).Distinct().Count());
    }

    [Fact]
    public void Load_OneMoreVariant_KeepsTheKeysOfTheOthers()
    {
        var before = _bench.Run(_bench.Load("controls=[{use: study.first, counts: [3, 6]}]"));
        var after = _bench.Run(_bench.Load("controls=[{use: study.first, counts: [3, 6, 9]}]"));

        Assert.Equal(before.Units.Select(unit => unit.Unit.Key), after.Units.SkipLast(1).Select(unit => unit.Unit.Key));
    }
}
