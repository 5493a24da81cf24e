using System.Collections.Concurrent;
using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>Several experiments done by worker processes, so many at one time. This process reads no data and loads no model: what a plugin does to a worker costs that worker.</summary>
internal sealed class BatchExecution : IDisposable
{
    private const int Attempts = 2;
    private readonly SemaphoreSlim _free;
    private readonly ConcurrentBag<int> _places;
    private readonly IReadOnlyList<string> _gpus = GpuShare.Visible();
    private readonly ConcurrentDictionary<string, UnitClaim> _claims = new();
    private readonly Lock _lock = new();
    private readonly List<BatchedRun> _runs = [];
    private BatchRecord _record;
    private bool _hasFailed;

    /// <summary>A batch in a folder of its own, which this process holds.</summary>
    public BatchExecution(BatchSettings settings, string folder, IRunScreen screen, TimeProvider time)
    {
        (Settings, Folder, Screen, Time, Progress) = (settings, folder, screen, time, new BatchProgress(screen));
        _free = new SemaphoreSlim(settings.Parallel);
        _places = [.. Enumerable.Range(0, settings.Parallel)];
        Memory = new MemoryShare(settings.Parallel, ProcessMemory.Available());
        _record = new BatchRecord { CommandLine = settings.CommandLine, Started = time.GetUtcNow(), Parallel = settings.Parallel, Threads = settings.Threads };
    }

    /// <summary>How it is done.</summary>
    public BatchSettings Settings { get; }

    /// <summary>Its folder.</summary>
    public string Folder { get; }

    /// <summary>Shows what goes on.</summary>
    public IRunScreen Screen { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>Tells every now and then where the workers are.</summary>
    public BatchProgress Progress { get; }

    /// <summary>What the workers share.</summary>
    public MemoryShare Memory { get; }

    /// <summary>Does every experiment.</summary>
    /// <param name="files">The experiments.</param>
    /// <param name="stop">Asks to save and stop.</param>
    /// <returns>What was done, which is also in the folder.</returns>
    public async Task<BatchRecord> Do(IReadOnlyList<string> files, CancellationToken stop)
    {
        _runs.AddRange(files.Select((file, number) => new BatchedRun(this, number + 1, file)));
        Write();
        using var telling = new CancellationTokenSource();
        var progress = Progress.Tell(telling.Token);
        await Task.WhenAll(_runs.Select(run => run.Do(stop)));
        await telling.CancelAsync();
        await progress;
        var code = _runs.Select(run => run.Entry.ExitCode ?? 0).FirstOrDefault(code => code != 0);
        _record = _record with
        {
            Ended = Time.GetUtcNow(),
            State = stop.IsCancellationRequested ? UnitState.Interrupted : StateOf([.. _runs.Select(run => run.Entry.State)]),
            ExitCode = code,
        };
        Write();
        return _record;
    }

    /// <summary>Runs a worker when one is free, and once more where it crashed.</summary>
    /// <param name="words">What it is to do.</param>
    /// <param name="call">How.</param>
    /// <param name="stop">Asks it to save and stop.</param>
    /// <param name="begun">Is told of each attempt, from 1.</param>
    /// <param name="shown">Where to show how far it is.</param>
    /// <exception cref="OperationCanceledException">It was asked to stop before one was free.</exception>
    public async Task<(WorkerEnd Ended, int Attempts)> Start(
        IReadOnlyList<string> words, WorkerCall call, CancellationToken stop, Action<int>? begun = null, (BatchProgress Progress, string Title, UnitFolder Unit)? shown = null)
    {
        await _free.WaitAsync(stop);
        _places.TryTake(out var place);
        using var row = shown is { } show ? show.Progress.Show(show.Title, show.Unit) : null;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                begun?.Invoke(attempt);
                var ended = await Worker.Run(call with { Words = words, Environment = Environment(place) }, stop);
                if (ended is { Crash: null, IsInterrupted: false } || stop.IsCancellationRequested || attempt == Attempts)
                    return (ended, attempt);
                Screen.Warn($"{shown?.Title ?? words[0]}: {ended.Crash ?? "somebody asked it to stop"}; it is tried once more");
            }
        }
        finally
        {
            _places.Add(place);
            _free.Release();
        }
    }

    /// <summary>The first unit of that key in the batch: itself, or one whose result will be the same.</summary>
    public UnitClaim Claim(UnitClaim unit) => _claims.GetOrAdd(unit.Unit.Unit.Key, unit);

    /// <summary>Whether an experiment may begin: none has failed, or those after it go on all the same.</summary>
    public bool MayBegin => Settings.KeepGoing || !Volatile.Read(ref _hasFailed);

    /// <summary>Notes that an experiment failed.</summary>
    public void Failed(BatchEntry entry)
    {
        Volatile.Write(ref _hasFailed, true);
        Screen.Alert($"{entry.File}: {entry.Message}");
    }

    /// <inheritdoc />
    public void Dispose() => _free.Dispose();

    /// <summary>Brings what is known now to the disk.</summary>
    public void Write()
    {
        lock (_lock)
        {
            _record = _record with { Experiments = [.. _runs.Select(run => run.Entry)] };
            try
            {
                RunJson.Write(Path.Combine(Folder, BatchPlace.FileName), _record, RunJson.Form.BatchRecord);
            }
            catch (TrainingException) when (_record.Ended is null)
            {
                // A full disk: the units say so themselves, and the last writing does.
            }
        }
    }

    private static UnitState StateOf(IReadOnlyCollection<UnitState> states) =>
        states.All(state => state == UnitState.Finished) ? UnitState.Finished
        : states.Contains(UnitState.Failed) || !states.Contains(UnitState.Running) ? UnitState.Failed
        : UnitState.Running; // on a cluster, which nobody here waits for

    private Dictionary<string, string> Environment(int place)
    {
        var variables = new Dictionary<string, string> { ["OMP_NUM_THREADS"] = Settings.Threads.ToString(CultureInfo.InvariantCulture) };
        if (Settings.ResultWidth is { } width)
            variables[TerminalLook.ColumnsVariable] = width.ToString(CultureInfo.InvariantCulture);
        if (GpuShare.Of(Settings.Device, place, _gpus) is { } gpu)
            variables[GpuShare.Variable] = gpu;
        return variables;
    }
}
