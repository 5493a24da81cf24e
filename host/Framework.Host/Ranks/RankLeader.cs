using System.Globalization;
using Framework.Host.Commands;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>Rank 0: tells the others what to train, trains with them, and notices when one of them is lost.</summary>
internal sealed class RankLeader : IDisposable
{
    /// <summary>How long a trainer has to come back once a rank is lost.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How long others may take to say what they met in the same step.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(2);

    /// <summary>How long others have to hear that it is over.</summary>
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(30);

    private readonly RankLaunch _launch;
    private readonly RankPorts _ports;
    private readonly RankLine _line;
    private readonly RankWatch _watch;
    private readonly TimeProvider _time;
    private readonly IRunScreen _screen;
    private readonly string _mark = Guid.NewGuid().ToString("N");
    private readonly Thread _watching;
    private volatile bool _isOver;
    private volatile RankLoss? _loss;
    private volatile TrainedUnit? _trained;
    private int _orders;
    private bool _hasEnded;

    /// <summary>Rank 0, before anybody is listened to.</summary>
    public RankLeader(RankLaunch launch, RankPorts ports, IRunScreen screen, TimeProvider time)
    {
        (_launch, _ports, _screen, _time) = (launch, ports, screen, time);
        _line = new RankLine(ports.Store, launch, Enumerable.Range(1, launch.Size - 1), time);
        _watch = new RankWatch(_line, launch.Size, rank => ports.Followers?.EndOf(rank), time);
        _watching = new Thread(Watch) { IsBackground = true, Name = "rank watch" };
    }

    /// <summary>Listens to the others from now on.</summary>
    public RankLeader Start()
    {
        _line.Start();
        _watching.Start();
        return this;
    }

    /// <summary>This process's place.</summary>
    public RankLaunch Launch => _launch;

    /// <summary>How many ranks there are.</summary>
    public int Size => _launch.Size;

    /// <summary>What this process is made of, which the others must be made of too.</summary>
    public IReadOnlyList<string> Builds { get; set; } = [];

    /// <summary>The command that goes on with the run; null for the one that began it.</summary>
    public string? Command { get; init; }

    /// <summary>Leaves the process with a code, from any thread.</summary>
    public required Action<int> Leave { get; init; }

    /// <summary>Gets what a person should read before that.</summary>
    public required Action<string> Tell { get; init; }

    /// <summary>Is told the exit code of a signal that another rank got, once.</summary>
    public Action<ExitCode>? StopAsked { get; set; }

    /// <summary>Trains a unit together with the others.</summary>
    /// <param name="unit">Which.</param>
    /// <param name="fit">Fits it, given this rank's place.</param>
    /// <param name="cancellation">Asks to save and stop.</param>
    /// <exception cref="TrainingException">A rank was lost, or it failed; the last state stays.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the state is saved.</exception>
    public T Train<T>(TrainedUnit unit, Func<RankPlace, CancellationToken, T> fit, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        unit = unit with { Stop = stop };
        _trained = unit;
        try
        {
            Require(unit);
            _ports.Followers?.Start(unit.Run.LogsFolder);
            var order = Order(unit);
            RankLine.Until(() => _loss is not null || Enumerable.Range(1, Size - 1).All(rank => _line.Heard(rank)?.Ready == order.Number), cancellation);
            Require(unit);
            return Fit(unit, () => fit(new RankPlace(0, Size, order.Store, order.Key), stop.Token), cancellation);
        }
        finally
        {
            _trained = null;
        }
    }

    private T Fit<T>(TrainedUnit unit, Func<T> fit, CancellationToken cancellation)
    {
        try
        {
            return fit();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e) when (e is OperationCanceledException || RankEcho.Is(e))
        {
            if (LossWithin(RankWatch.Patience + Grace) is not { } loss)
                throw;
            throw new TrainingException(WordsOf(loss, unit), e);
        }
        catch (TrainingException e)
        {
            if (LossWithin(Moment) is not { } loss)
                throw;
            throw new TrainingException($"{e.Message}\n{loss}", e); // what is wrong with a case is known best where it was
        }
    }

    /// <summary>Tells the others that there is no more to do, and waits for them.</summary>
    /// <param name="code">What all end with.</param>
    /// <param name="message">What went wrong.</param>
    public void End(ExitCode code, string? message = null)
    {
        if (_hasEnded)
            return;
        _hasEnded = true;
        _isOver = true;
        _line.Say(own => own with { End = new RankEnd((int)code, message) });
        RankLine.Within(Farewell, _time, () => _line.Broken is not null || Enumerable.Range(1, Size - 1).All(IsGone));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        End(ExitCode.RunFailed, "rank 0 has ended");
        _watching.Join(Grace);
        _ports.Followers?.Dispose();
        _line.Dispose();
    }

    // Who has not come yet may come in this moment, and would then wait for long.
    private bool IsGone(int rank) => _line.Heard(rank) is { HasLeft: true }
        || (_ports.Followers is { } own && (!own.WereStarted || own.EndOf(rank) is not null))
        || (_line.Heard(rank) is not null && _line.Silence(rank) >= Grace);

    private RankOrder Order(TrainedUnit unit)
    {
        RunMark.Leave(unit.Run.Path, _mark);
        var number = ++_orders;
        var order = new RankOrder(
            number, Path.GetFullPath(unit.Run.Path), _mark, unit.Name, _ports.Address, string.Create(CultureInfo.InvariantCulture, $"framework/{_launch.Start}/train/{number}"), Builds);
        _line.Say(own => own with { Order = order });
        return order;
    }

    private void Require(TrainedUnit unit)
    {
        if (_loss is { } loss)
            throw new TrainingException(WordsOf(loss, unit));
    }

    private string WordsOf(RankLoss loss, TrainedUnit unit) => loss.Words(unit.Name, SavedStep.In(unit.Unit.Path), Command ?? CommandWords.Resuming(unit.Run.Provenance?.Starts[^1].CommandLine ?? ""));

    // That a connection broke is known before it is known who broke it.
    private RankLoss? LossWithin(TimeSpan patience)
    {
        RankLine.Within(patience, _time, () => _loss is not null);
        return _loss;
    }

    private void Watch()
    {
        using var pause = new ManualResetEventSlim();
        for (var asked = false; !_isOver; pause.Wait(TimeSpan.FromMilliseconds(250)))
        {
            if (!asked && _watch.StopAsked() is { } code)
            {
                asked = true;
                StopAsked?.Invoke(code);
            }

            if (_loss is null && (_line.Broken is { } broken ? new RankLoss(0, _line.Own.Who, $"cannot reach the ranks' store: {broken.Message}", null) : _watch.Look()) is { } loss)
                Lose(loss);
        }
    }

    private void Lose(RankLoss loss)
    {
        _loss = loss;
        if (_trained is not { } unit)
        {
            _screen.Warn($"{loss}; the next unit that needs it will fail");
            return;
        }

        _ports.Followers?.Kill(); // what they sit in with this process breaks at once
        unit.Stop?.Cancel();
        if (RankLine.Within(Grace, _time, () => !ReferenceEquals(_trained, unit)))
            return;
        var words = WordsOf(loss, unit); // the trainer sits in a call that does not come back
        unit.Failing(words);
        Tell(words);
        Leave((int)ExitCode.RunFailed);
    }
}
