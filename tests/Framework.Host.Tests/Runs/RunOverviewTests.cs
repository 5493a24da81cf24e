using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;

namespace Framework.Host.Tests.Runs;

public sealed class RunOverviewTests : IDisposable
{
    private readonly Workbench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Of_FinishedRun_SaysSo()
    {
        var overview = RunOverview.Of(_bench.Run(_bench.Load()));

        Assert.Equal(("finished", 3, 3, null), (overview.State, overview.Done, overview.Units, overview.Owner));
        Assert.Empty(overview.AtWork);
    }

    [Fact]
    public void Of_RunWhoseProcessIsGone_IsKilled()
    {
        var run = _bench.Run(_bench.Load());
        run.Provenance = run.Provenance! with { Finished = null, Starts = [run.Provenance.Starts[0] with { Outcome = UnitState.Running, Ended = null }] };
        SetRunning(run.Units[0]);

        var overview = RunOverview.Of(run);

        Assert.Equal(("killed", 2), (overview.State, overview.Done));
        Assert.Empty(overview.AtWork);
    }

    [Fact]
    public void Of_RunInHand_TellsWhoWorksOnWhat()
    {
        var run = _bench.Run(_bench.Load());
        SetRunning(run.Units[0]);
        using var mine = RunLock.Take(run.Path);

        var overview = RunOverview.Of(run);

        Assert.Equal(("working", $"process {Environment.ProcessId} on '{Environment.MachineName}'"), (overview.State, overview.Owner));
        var unit = Assert.Single(overview.AtWork);
        Assert.Equal("guess.0.0: 25 % epoch 2, silent for 3 min", RunOverview.Words(unit, _bench.Time.Now + TimeSpan.FromMinutes(3)));
        Assert.Equal("guess.0.0: 25 % epoch 2", RunOverview.Words(unit, _bench.Time.Now - TimeSpan.FromDays(1))); // a clock that was put back
    }

    private void SetRunning(UnitFolder unit) => unit.Write(unit.Status! with
    {
        State = UnitState.Running, Ended = null, Predictions = null, Pulse = new UnitPulse(_bench.Time.Now, 5, 20, "epoch 2"),
    });
}
