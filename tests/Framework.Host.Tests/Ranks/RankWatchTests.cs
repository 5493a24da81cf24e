using Framework.Host.Batches;
using Framework.Host.Ranks;
using Framework.Host.Tests.Engines.Study;
using Framework.Sdk;

namespace Framework.Host.Tests.Ranks;

/// <summary>Rank 0 of three, with lines that take their turns by hand.</summary>
public sealed class RankWatchTests : IDisposable
{
    private readonly MemoryRankStore _store = new();
    private readonly ManualTime _time = new();
    private readonly RankLine[] _lines;
    private readonly Dictionary<int, WorkerEnd> _ends = [];
    private readonly RankWatch _watch;

    public RankWatchTests()
    {
        _lines = [LineOf(0, 1, 2), LineOf(1, 0), LineOf(2, 0)];
        _watch = new RankWatch(_lines[0], 3, rank => _ends.GetValueOrDefault(rank), _time);
    }

    public void Dispose() => Array.ForEach(_lines, line => line.Dispose());

    [Fact]
    public void Look_AllSpeak_NobodyIsLost()
    {
        for (var second = 0; second < 100; second++)
        {
            Turn(1, 2);
            Assert.Null(_watch.Look());
        }
    }

    [Fact]
    public void Look_OneIsSilentForHalfAMinute_IsLostAndLastHeardOfThen()
    {
        var heard = _time.GetUtcNow();
        Turn(1, 2);
        for (var second = 1; second < 29; second++)
            Turn(1);
        Assert.Null(_watch.Look());

        Turn(1);

        Assert.Equal(new RankLoss(2, Who, "was lost: it has been silent for 30 s", heard), _watch.Look());
    }

    [Fact]
    public void Look_OneNeverComes_IsLostAfterTenMinutes()
    {
        for (var minute = 0; minute < 10; minute++)
        {
            Assert.Null(_watch.Look());
            for (var second = 0; second < 60; second++)
                Turn(1);
        }

        Assert.Equal(new RankLoss(2, null, "has not come within 10 minutes", null), _watch.Look());
    }

    [Fact]
    public void Look_ProcessWasKilled_IsLostAtOnce()
    {
        Turn(1, 2);
        _ends[1] = new WorkerEnd(137, "", []) { Crash = "it was killed (SIGKILL)" };

        Assert.Equal(new RankLoss(1, Who, "was lost: it was killed (SIGKILL)", _time.GetUtcNow().AddSeconds(-1)), _watch.Look());
    }

    [Fact]
    public void Look_OneSaysWhatIsWrongWhileOthersSeeABrokenConnection_IsThatOne()
    {
        _lines[1].Say(own => own with { Fault = "the all-reduce failed", IsEcho = true });
        _lines[2].Say(own => own with { Fault = "a case is damaged" });
        Turn(1, 2);

        Assert.Equal(new RankLoss(2, Who, "failed: a case is damaged", null), _watch.Look());
    }

    [Fact]
    public void Look_ABrokenConnectionAndNobodyToBlame_WaitsForWhoIsSilentAndThenTakesIt()
    {
        _lines[1].Say(own => own with { Fault = "the all-reduce failed", IsEcho = true });
        for (var second = 0; second < 35; second++)
        {
            Turn(1, 2);
            Assert.Null(_watch.Look());
        }

        Turn(1, 2);

        Assert.Equal(new RankLoss(1, Who, "failed: the all-reduce failed", null), _watch.Look());
    }

    [Fact]
    public void StopAsked_OneGotASignal_IsItsCode()
    {
        Turn(1, 2);
        Assert.Null(_watch.StopAsked());
        _lines[2].Say(own => own with { StopCode = 143 });
        Turn(1, 2);

        Assert.Equal(ExitCode.Terminated, _watch.StopAsked());
    }

    [Fact]
    public void Words_OfALoss_SayWhoWhenWhatIsSavedAndWhatToDo() => Assert.Equal(
        "classify.0.0: rank 1 (process 7 on 'b') was lost: it has been silent for 30 s; it was last heard of at 03:04:05 UTC. The state of step 120 is saved. This command resumes: ./framework run a.yaml",
        new RankLoss(1, "process 7 on 'b'", "was lost: it has been silent for 30 s", new DateTimeOffset(2031, 2, 3, 3, 4, 5, TimeSpan.Zero)).Words("classify.0.0", 120, "./framework run a.yaml"));

    private static string Who => $"process {Environment.ProcessId} on '{Environment.MachineName}'";

    /// <summary>One second, in which some of them speak and rank 0 listens.</summary>
    private void Turn(params int[] ranks)
    {
        foreach (var rank in ranks)
            _lines[rank].Turn();
        _lines[0].Turn();
        _time.Now += TimeSpan.FromSeconds(1);
    }

    private RankLine LineOf(int rank, params int[] heard) => new(_store, new RankLaunch(rank, 3, "--ranks 3"), heard, _time);
}
