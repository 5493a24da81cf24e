using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Framework.Host.Batches.Slurm;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>One experiment of a batch, from planning to its report, each piece in a process of its own.</summary>
internal sealed class BatchedRun
{
    private readonly BatchExecution _batch;
    private readonly long _began = Stopwatch.GetTimestamp();
    private readonly Lock _lock = new();
    private readonly string _log;

    public BatchedRun(BatchExecution batch, int number, string file)
    {
        _batch = batch;
        _log = Path.Combine(batch.Folder, string.Create(CultureInfo.InvariantCulture, $"{number}-{Path.GetFileNameWithoutExtension(file)}.log"));
        Entry = new BatchEntry(file);
    }

    /// <summary>How it stands.</summary>
    public BatchEntry Entry { get; private set; }

    /// <summary>Does it all.</summary>
    /// <param name="stop">Asks to save and stop.</param>
    public async Task Do(CancellationToken stop)
    {
        try
        {
            await DoAll(stop);
        }
        catch (OperationCanceledException)
        {
            End(UnitState.Interrupted, null, null);
        }
        catch (FrameworkException e)
        {
            End(UnitState.Failed, e.ExitCode, e.Message);
        }
    }

    private async Task DoAll(CancellationToken stop)
    {
        Set(entry => entry with { State = UnitState.Running });
        var (ended, _) = await _batch.Start(_batch.Settings.PlanningOf(Entry.File), new WorkerCall([], _log) { HangAfter = _batch.Settings.HangAfter }, stop);
        if (!ended.IsDone)
        {
            stop.ThrowIfCancellationRequested();
            End(UnitState.Failed, CodeOf(ended), Words(ended));
            return;
        }

        var prepared = JsonSerializer.Deserialize(ended.Output, RunJson.Form.PreparedRun)!;
        var folder = RunFolder.TryOpen(prepared.Run)!;
        Set(entry => entry with { Run = prepared.Run, Before = folder.Units.Count - prepared.Units.Count, Units = [.. prepared.Units.Select(unit => new BatchUnit(unit))] });
        _batch.Screen.Line(prepared.IsFinished ? $"{Entry.File}: {prepared.Run} is finished; nothing was done again" : $"{Entry.File}: {prepared.Run}, {Counted.Units(prepared.Units.Count)} to do");
        if (prepared.IsFinished)
            End(UnitState.Finished, RunOutcome.CodeOf(folder), null);
        else if (_batch.Settings.Cluster is { } cluster)
            await DoOnCluster(folder, prepared, cluster, stop);
        else
            await DoUnits(folder, prepared, stop);
    }

    private async Task DoUnits(RunFolder folder, PreparedRun prepared, CancellationToken stop)
    {
        if (prepared.Ranked.Count > 0)
            _batch.Screen.Warn(prepared.Resources.AloneHint(Entry.File, "one worker"));
        using var only = RunLock.TakeRun(folder.Path, stop);
        _batch.Memory.Add(prepared.Units.Count, prepared.Memory);
        if (_batch.MayBegin)
        {
            await new UnitGraph(_batch, folder, this).Do(prepared.Units, stop);
            stop.ThrowIfCancellationRequested();
        }

        var failed = Entry.Units.Where(unit => unit.State == UnitState.Failed).ToList();
        if (failed.Count == 0 && Entry.Units.All(unit => unit.State == UnitState.Finished))
            await Finish(folder, stop);
        else if (failed.Count == 0)
            End(UnitState.Waiting, null, "not begun, because another experiment failed; --keep-going goes on all the same");
        else
            End(UnitState.Failed, ExitCode.RunFailed, string.Join('\n', failed.Select(unit => $"{unit.Name}: {unit.Message}")));
        if (Entry.State == UnitState.Failed)
            RunJournal.End(folder, UnitState.Failed, _batch.Time);
    }

    private async Task DoOnCluster(RunFolder folder, PreparedRun prepared, ClusterSettings cluster, CancellationToken stop)
    {
        var units = new SlurmUnits(_batch, folder);
        using (RunLock.TakeRun(folder.Path, stop))
            _batch.Screen.Line($"{Entry.File}: {await units.Submit(prepared)} jobs submitted, {units.Jobs.Count} in the queue");
        if (cluster.Detach)
        {
            Set(entry => entry with { Message = "its jobs are in the queue; `batch --status` says where they are" });
            return;
        }

        try
        {
            var watch = new SlurmWatch(_batch.Time, problem => _batch.Screen.Warn($"{Entry.File}: {problem}"));
            var states = await watch.End(units.Jobs, (job, state) => _batch.Screen.Line($"{folder.Plan.Experiment} {job.Unit ?? "finish"}: {state.ToLowerInvariant()} (job {job.Id})"), stop);
            Note(new ClusterOutcome(folder, units.Jobs, states));
        }
        catch (OperationCanceledException)
        {
            if (cluster.CancelOnInterrupt)
                await SlurmQueue.Cancel(units.Jobs.Select(job => job.Id));
            _batch.Screen.Line($"{Entry.File}: {(cluster.CancelOnInterrupt ? "its jobs are cancelled; those at work save their state" : "its jobs go on; the same command waits for them again, and `batch --status` says where they are")}");
            throw;
        }
    }

    private void Note(ClusterOutcome outcome)
    {
        Set(entry => entry with { Units = [.. entry.Units.Select(outcome.Of)] });
        if (outcome.Problem is { } problem)
            End(UnitState.Failed, ExitCode.RunFailed, problem);
        else
            End(UnitState.Finished, RunOutcome.CodeOf(outcome.Folder), null);
        if (outcome.Problem is null && _batch.Settings.Results is not null)
            foreach (var line in ResultTable.Lines(outcome.Folder.Metrics ?? [], [], _batch.Settings.ResultWidth))
                _batch.Settings.Results(line);
    }

    private async Task Finish(RunFolder folder, CancellationToken stop)
    {
        var call = new WorkerCall([], Path.Combine(folder.LogsFolder, "finish.log")) { Said = _batch.Settings.Results, HangAfter = _batch.Settings.HangAfter };
        var (ended, _) = await _batch.Start([.. _batch.Settings.WordsOf("finish", folder.Path), .. folder.Units.All(unit => unit.IsFinished) ? Array.Empty<string>() : ["--partial"]], call, stop);
        if (ended.IsDone)
            End(UnitState.Finished, RunOutcome.CodeOf(folder), null);
        else if (!stop.IsCancellationRequested)
            End(UnitState.Failed, CodeOf(ended), Words(ended));
        stop.ThrowIfCancellationRequested();
    }

    /// <summary>Changes what is known of one unit.</summary>
    public void Set(string unit, Func<BatchUnit, BatchUnit> change) =>
        Set(entry => entry with { Units = [.. entry.Units.Select(own => own.Name == unit ? change(own) : own)] });

    private void Set(Func<BatchEntry, BatchEntry> change)
    {
        lock (_lock)
            Entry = change(Entry);
        _batch.Write();
    }

    private void End(UnitState state, ExitCode? code, string? message)
    {
        Set(entry => entry with { State = state, ExitCode = (int?)code, Message = message, Seconds = Math.Round(Stopwatch.GetElapsedTime(_began).TotalSeconds, 1) });
        if (state == UnitState.Failed)
            _batch.Failed(Entry);
    }

    private static ExitCode CodeOf(WorkerEnd ended) => ended.Crash is null && Enum.IsDefined((ExitCode)ended.Code) ? (ExitCode)ended.Code : ExitCode.RunFailed;

    /// <summary>A program that ended in order has said what is wrong in its last lines, all of them problems.</summary>
    private static string Words(WorkerEnd ended) => ended.Crash is null ? string.Join('\n', ended.LastLines) : $"{ended.Crash}\n{string.Join('\n', ended.LastLines)}";
}
