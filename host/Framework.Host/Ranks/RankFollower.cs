using Framework.Host.Engines;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>A rank that is not the first: trains what rank 0 says, writes nothing, and ends with it.</summary>
/// <param name="launch">Its place.</param>
/// <param name="store">Words that all can read.</param>
/// <param name="tell">Gets what a person should read.</param>
/// <param name="leave">Leaves the process with a code, from any thread.</param>
/// <param name="time">The clock.</param>
internal sealed class RankFollower(RankLaunch launch, IRankStore store, Action<string> tell, Action<int> leave, TimeProvider time) : IDisposable
{
    /// <summary>How long a trainer has to come back once all is over.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly RankLine _line = new(store, launch, [0], time);
    private readonly CancellationTokenSource _over = new();
    private volatile bool _hasLeft;

    /// <summary>Whether rank 0 was heard of.</summary>
    public bool HasMet => _line.Heard(0) is not null;

    /// <summary>Follows until rank 0 says that it is over, or is gone.</summary>
    /// <param name="train">Makes the unit of an order ready, says so, and trains it.</param>
    /// <returns>What this process ends with.</returns>
    public ExitCode Follow(Action<RankOrder, Action, CancellationToken> train)
    {
        Start();
        for (var next = 1; ; next++)
        {
            try
            {
                RankLine.Until(() => Order is { } given && given.Number >= next, _over.Token);
                var order = Order!;
                next = order.Number;
                train(order, () => _line.Say(own => own with { Ready = order.Number }), _over.Token);
            }
            catch (Exception) when (_over.IsCancellationRequested)
            {
                break;
            }
            catch (Exception e)
            {
                Fail(e);
                break;
            }
        }

        return Leave();
    }

    /// <summary>Tells rank 0 why this process cannot follow.</summary>
    /// <returns>What this process ends with.</returns>
    public ExitCode Refuse(FrameworkException fault)
    {
        Start();
        Fail(fault);
        Leave();
        return fault.ExitCode;
    }

    /// <summary>Tells rank 0 of a signal, which then has all of them save and stop.</summary>
    public void AskToStop(ExitCode code) => _line.Say(own => own with { StopCode = (int)code });

    /// <summary>Rank 0, which started this process, is gone.</summary>
    public void Untie()
    {
        if (_line.Heard(0)?.End is null && !_hasLeft)
            Gone("its end of the pipe is closed");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _hasLeft = true;
        _over.Cancel();
        _line.Dispose();
        _over.Dispose();
    }

    private void Start()
    {
        _line.Start();
        new Thread(Watch) { IsBackground = true, Name = "rank watch" }.Start();
    }

    private RankOrder? Order => _line.Heard(0)?.Order;

    private string Name => FormattableString.Invariant($"rank {launch.Rank}");

    /// <summary>Says what is wrong, and waits for rank 0, which knows more and ends everything.</summary>
    private void Fail(Exception error)
    {
        var isEcho = RankEcho.Is(error);
        var message = error is FrameworkException ? error.Message : $"{error.GetType().Name}: {error.Message.ReplaceLineEndings(" ")}";
        _line.Say(own => own with { Fault = message, IsEcho = isEcho });
        if (!isEcho)
            tell($"{Name}: {message}");
        _over.Token.WaitHandle.WaitOne(RankWatch.Patience + RankWatch.Patience);
    }

    private ExitCode Leave()
    {
        _hasLeft = true;
        _line.Say(own => own with { HasLeft = true });
        return _line.Heard(0)?.End is { } end ? (ExitCode)end.Code : ExitCode.RunFailed;
    }

    private void Watch()
    {
        using var pause = new ManualResetEventSlim();
        for (; !_hasLeft; pause.Wait(TimeSpan.FromMilliseconds(250)))
        {
            if (_line.Heard(0)?.End is { } end)
            {
                _over.Cancel();
                if (!RankLine.Within(Grace, time, () => _hasLeft))
                    leave(end.Code);
                return;
            }

            if (_line.Broken is not null)
                Gone("its store does not answer any more");
            else if (_line.Heard(0) is not null && _line.Silence(0) >= RankWatch.Patience)
                Gone(FormattableString.Invariant($"it has been silent for {RankWatch.Patience.TotalSeconds:0} s"));
        }
    }

    private void Gone(string how)
    {
        _hasLeft = true;
        var who = _line.Heard(0) is { } leader ? $" ({leader.Who})" : "";
        tell($"{Name}: rank 0{who} was lost: {how}. Its last state is in the run folder; the command that started all ranks goes on from there.");
        leave((int)ExitCode.RunFailed);
    }
}
