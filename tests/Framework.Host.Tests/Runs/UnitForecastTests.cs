using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Runs;

public sealed class UnitForecastTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Of_NothingRunYet_IsAllToDoForAnUnknownTime() =>
        Assert.All(Forecast(_bench.Load()), unit => Assert.Equal((null, null), (unit.Done, unit.Estimate)));

    [Fact]
    public void Of_FinishedRun_SaysWhereEachUnitIsDone()
    {
        var run = _bench.Run(_bench.Load());

        Assert.All(Forecast(_bench.Load()), unit => Assert.Equal((run.Path, null), (unit.Done, unit.Estimate)));
    }

    [Fact]
    public void Of_OneStageChanged_EstimatesItsUnitsFromTheirLastRun()
    {
        string[] stages = ["controls=[]", "stages.walk={ trainer: { use: study.walk, rate: 0.3 } }"];
        var run = _bench.Run(_bench.Load(stages));
        var status = run.Units.Single(unit => unit.Unit.Name == "walk.0.0").Status!;

        var units = Forecast(_bench.Load([.. stages, "stages.walk.trainer.rate=0.4"]));

        Assert.Equal([("guess.0.0", true), ("walk.0.0", false)], units.Select(unit => (unit.Unit.Name, unit.Done is not null)));
        Assert.Equal(status.Ended - status.Started, units[1].Estimate);
    }

    [Fact]
    public void Of_VariantWithTheSameUnit_NamesTheUnitItIsTheSameAs()
    {
        var units = Forecast(_bench.Load("controls=[]", "matrix={ stages.walk.trainer.rate: [0.3, 0.4] }", "stages.walk={ trainer: { use: study.walk } }"));

        Assert.Equal([null, null, "guess.0.0@rate-0-3", null], units.Select(unit => unit.Done));
    }

    private IReadOnlyList<UnitForecast> Forecast(Experiment experiment) => UnitForecast.Of(
        new Planner(_bench.Catalogue).Make(new DataPreparation(_bench.Store, _bench.Screen).PrepareAll(experiment, CancellationToken.None)), _bench.Store);
}
