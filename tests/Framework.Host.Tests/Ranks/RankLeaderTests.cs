using System.Collections.Concurrent;
using Framework.Host.Planning;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Tests.Engines.Study;
using Framework.Host.Tests.Runs;
using Framework.Sdk;

namespace Framework.Host.Tests.Ranks;

/// <summary>Rank 0 and another as threads of this process; what they would train is a few lines of the test.</summary>
public sealed class RankLeaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MemoryRankStore _store = new();
    private readonly ConcurrentQueue<string> _told = new();
    private readonly ConcurrentQueue<int> _left = new();
    private readonly RankLeader _leader;
    private readonly RunFolder _run;
    private ExitCode? _asked;

    public RankLeaderTests()
    {
        var unit = new UnitId("classify", 0, 0, null);
        var plan = new Plan { Experiment = "walk", Hash = new string('a', 64), Data = "d", Units = [new PlannedUnit(unit.Name, unit, "k", [])] };
        _run = new RunStore(_folder.File("runs"), TimeProvider.System).Create(plan, "name: walk");
        _leader = new RankLeader(new RankLaunch(0, 2, "--ranks 2"), new RankPorts(_store, "here:1", null), new RecordedScreen(), TimeProvider.System)
        {
            Command = "./framework run walk.yaml",
            Builds = ["one"],
            Leave = _left.Enqueue,
            Tell = _told.Enqueue,
            StopAsked = code => _asked = code,
        }.Start();
    }

    public void Dispose()
    {
        _leader.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Train_TwoUnits_TellsTheOtherItsPlaceAndEndsWithIt()
    {
        var places = new ConcurrentQueue<string>();
        using var other = Follow((order, ready, _) =>
        {
            ready();
            places.Enqueue($"{order.Unit} {order.Store} {order.Key} {order.Run == Path.GetFullPath(_run.Path)} {string.Join(' ', order.Builds)}");
        });

        var first = _leader.Train(Unit, (place, _) => place, CancellationToken.None);
        var second = _leader.Train(Unit, (place, _) => place, CancellationToken.None);
        _leader.End(ExitCode.ControlFailed);

        Assert.Equal((ExitCode.ControlFailed, ""), (await other.Ended, string.Join(' ', _told)));
        Assert.Equal([(0, 2, "here:1"), (0, 2, "here:1")], new[] { first, second }.Select(place => (place.Rank, place.Size, place.Store)));
        Assert.NotEqual(first.Key, second.Key);
        Assert.Equal([$"classify.0.0 here:1 {first.Key} True one", $"classify.0.0 here:1 {second.Key} True one"], places);
    }

    [Fact]
    public async Task Train_TheOtherCannot_EndsBothWithItsWords()
    {
        using var other = Follow((_, _, _) => throw new ExperimentException("the data are others here."));

        var error = Assert.Throws<TrainingException>(() => _leader.Train<int>(Unit, (_, _) => throw new InvalidOperationException("must not begin"), CancellationToken.None));
        _leader.End(error.ExitCode, error.Message);

        Assert.Equal(
            $"classify.0.0: rank 1 (process {Environment.ProcessId} on '{Environment.MachineName}') failed: the data are others here. No state was saved yet. This command resumes: ./framework run walk.yaml",
            error.Message);
        Assert.Equal(ExitCode.RunFailed, await other.Ended);
        Assert.Equal(["rank 1: the data are others here."], _told);
    }

    [Fact]
    public async Task Train_TheOtherGotASignal_IsAskedToStopAndTheOtherLeavesWithTheSameCode()
    {
        using var other = Follow((_, ready, stop) =>
        {
            ready();
            stop.WaitHandle.WaitOne();
            stop.ThrowIfCancellationRequested();
        });

        var stopped = _leader.Train(Unit, (_, _) =>
        {
            other.Follower.AskToStop(ExitCode.Terminated);
            return SpinWait.SpinUntil(() => _asked is not null, TimeSpan.FromMinutes(1));
        }, CancellationToken.None);
        _leader.End(_asked!.Value);

        Assert.True(stopped);
        Assert.Equal((ExitCode.Terminated, ExitCode.Terminated), (_asked, await other.Ended));
    }

    [Fact]
    public void Train_AskedToStopWhileTheOtherIsNotReady_Stops()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        Assert.Throws<OperationCanceledException>(() => _leader.Train(Unit, (place, _) => place, stop.Token));
    }

    [Fact]
    public void Train_ErrorOfItsOwn_StaysThatError()
    {
        using var other = Follow((_, ready, _) => ready());

        Assert.Equal("the loss is not finite", Assert.Throws<TrainingException>(() => _leader.Train<int>(Unit, (_, _) => throw new TrainingException("the loss is not finite"), CancellationToken.None)).Message);
    }

    [Fact]
    public void Follow_TheStoreIsGone_SaysSoAndLeaves()
    {
        using var other = Follow((_, _, _) => { });
        Assert.True(SpinWait.SpinUntil(() => other.HasMet, TimeSpan.FromMinutes(1)));

        _store.Break();

        Assert.True(SpinWait.SpinUntil(() => !_left.IsEmpty, TimeSpan.FromMinutes(1)));
        Assert.Equal([1], _left);
        Assert.Equal(
            [$"rank 1: rank 0 (process {Environment.ProcessId} on '{Environment.MachineName}') was lost: its store does not answer any more. Its last state is in the run folder; the command that started all ranks goes on from there."],
            _told);
    }

    private TrainedUnit Unit => new(_run, _run.Units[0], _ => { });

    private Other Follow(Action<RankOrder, Action, CancellationToken> train)
    {
        var follower = new RankFollower(new RankLaunch(1, 2, "--ranks 2"), _store, _told.Enqueue, _left.Enqueue, TimeProvider.System);
        return new Other(follower, Task.Factory.StartNew(() => follower.Follow(train), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
    }

    private sealed record Other(RankFollower Follower, Task<ExitCode> Ended) : IDisposable
    {
        public bool HasMet => Follower.HasMet;

        public void Dispose() => Follower.Dispose();
    }
}
