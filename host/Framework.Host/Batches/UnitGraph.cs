using System.Collections.Concurrent;
using System.Diagnostics;
using Framework.Host.Planning;
using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>The units of one run, each started when those that it reads are finished and a worker is free.</summary>
internal sealed class UnitGraph(BatchExecution batch, RunFolder folder, BatchedRun run)
{
    private readonly ConcurrentDictionary<string, Task<bool>> _finished = new();

    /// <summary>Does the units; what fails is noted, and what does not read it goes on.</summary>
    /// <param name="left">Their names, each after those that it reads.</param>
    /// <param name="stop">Asks to save and stop.</param>
    public Task Do(IReadOnlyList<string> left, CancellationToken stop)
    {
        var names = left.ToHashSet();
        foreach (var unit in folder.Units.Where(unit => names.Contains(unit.Unit.Name)))
            _finished[unit.Unit.Name] = Do(unit, stop);
        return Task.WhenAll(_finished.Values);
    }

    private async Task<bool> Do(UnitFolder unit, CancellationToken stop)
    {
        var name = unit.Unit.Name;
        if (await MissingOf(unit.Unit) is { } missing)
        {
            run.Set(name, own => own with { State = UnitState.Failed, Message = $"not begun: it needs {missing}, which is not finished" });
            return false;
        }

        if (stop.IsCancellationRequested)
            return false;
        if (unit.Unit.SameAs is { } same)
        {
            unit.TakeFrom(folder.Units.Single(other => other.Unit.Name == same), folder.Path);
            run.Set(name, own => own with { State = UnitState.Finished });
            batch.Screen.Line($"{Title(name)}: the same as {same}");
            return true;
        }

        return await TakeOrWork(unit, stop);
    }

    private async Task<bool> TakeOrWork(UnitFolder unit, CancellationToken stop)
    {
        if (folder.Plan.Fresh)
            return await Work(unit, stop); // a run of its own computes everything itself
        var finished = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var first = batch.Claim(new UnitClaim(unit, folder.Path, finished.Task));
            if (first.Unit != unit && await first.Finished)
            {
                unit.TakeFrom(first.Unit, first.Run);
                run.Set(unit.Unit.Name, own => own with { State = UnitState.Finished });
                batch.Screen.Line($"{Title(unit.Unit.Name)}: taken from {first.Run}, where the same unit is finished");
                return true;
            }

            var isDone = await Work(unit, stop);
            finished.SetResult(isDone);
            return isDone;
        }
        finally
        {
            finished.TrySetResult(false);
        }
    }

    /// <summary>A unit that is needed and did not finish; null where all did.</summary>
    private async Task<string?> MissingOf(PlannedUnit unit)
    {
        await Task.Yield(); // every task is in the table before the first of them looks there
        foreach (var need in unit.SameAs is { } same ? [.. unit.Reads, same] : unit.Reads)
            if (_finished.TryGetValue(need, out var task) && !await task)
                return need;
        return null;
    }

    private async Task<bool> Work(UnitFolder unit, CancellationToken stop)
    {
        var (name, log) = (unit.Unit.Name, Path.Combine(folder.LogsFolder, $"{unit.Unit.Name}.log"));
        var call = new WorkerCall([], log) { HangAfter = batch.Settings.HangAfter, Pulse = () => unit.Status is { } status ? (status.Starts, status.Pulse) : null };
        var began = Stopwatch.GetTimestamp();
        WorkerEnd ended;
        int attempts;
        try
        {
            (ended, attempts) = await batch.Start(batch.Settings.WordsOf("unit", folder.Path, name), call, stop, attempt =>
            {
                began = Stopwatch.GetTimestamp();
                run.Set(name, own => own with { State = UnitState.Running, Attempts = attempt, Log = log });
                batch.Screen.Line(attempt == 1 ? $"{Title(name)}: begun" : $"{Title(name)}: begun once more, from its last checkpoint");
            }, (batch.Progress, Title(name), unit));
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        var seconds = Math.Round(Stopwatch.GetElapsedTime(began).TotalSeconds, 1);
        if (ended.IsDone && unit.IsFinished)
        {
            run.Set(name, own => own with { State = UnitState.Finished, Seconds = seconds });
            batch.Screen.Line(FormattableString.Invariant($"{Title(name)}: finished in {seconds:0} s"));
            return true;
        }

        if (stop.IsCancellationRequested && (ended.IsInterrupted || ended.Crash is not null))
        {
            run.Set(name, own => own with { State = UnitState.Interrupted, Seconds = seconds });
            return false;
        }

        Fail(unit, ended, attempts, seconds);
        return false;
    }

    private void Fail(UnitFolder unit, WorkerEnd ended, int attempts, double seconds)
    {
        var name = unit.Unit.Name;
        var cause = ended.Crash is null ? ended.Cause : $"{ended.Cause}{(attempts > 1 ? ", twice" : "")}";
        if (ended.Crash is not null && unit.Status is { } status)
            unit.Write(status with { State = UnitState.Failed, Ended = batch.Time.GetUtcNow(), Message = cause });
        run.Set(name, own => own with { State = UnitState.Failed, Message = cause, Seconds = seconds, LastLines = ended.LastLines });
        batch.Screen.Alert($"{Title(name)}: {cause}");
    }

    private string Title(string unit) => $"{folder.Plan.Experiment} {unit}";
}
