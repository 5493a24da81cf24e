using Framework.Host.Batches.Slurm;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>Where a batch stands now, whoever does it and wherever.</summary>
internal static class BatchStatus
{
    /// <summary>The newest batch of a store.</summary>
    /// <exception cref="ExperimentException">There is none.</exception>
    public static string Newest(RunStore store)
    {
        var found = Directory.Exists(store.BatchesFolder)
            ? Directory.EnumerateDirectories(store.BatchesFolder).Where(folder => File.Exists(Path.Combine(folder, BatchPlace.FileName))).MaxBy(folder => File.GetLastWriteTimeUtc(Path.Combine(folder, BatchPlace.FileName)))
            : null;
        return found ?? throw new ExperimentException($"there is no batch in '{store.Root}' yet. `framework batch FILE...` makes one; --runs names another folder of runs.");
    }

    /// <summary>Looks at the run folders, and at the cluster where jobs were submitted.</summary>
    /// <exception cref="ExperimentException">The folder holds no batch, or Slurm does not answer.</exception>
    public static async Task<BatchRecord> Of(string folder)
    {
        var record = RunJson.TryRead(Path.Combine(folder, BatchPlace.FileName), RunJson.Form.BatchRecord)
            ?? throw new ExperimentException($"{folder}: this batch was not begun. The same command without --status begins it.");
        var entries = new List<BatchEntry>();
        foreach (var entry in record.Experiments)
            entries.Add(entry is { Run: { } run, State: not UnitState.Finished } && RunFolder.TryOpen(run) is { } there && File.Exists(there.JobsFile) ? await Of(entry, there) : entry);
        var isOwned = RunLock.OwnerOf(folder) is not null;
        return record with { Experiments = entries, State = entries.All(entry => entry.State == UnitState.Finished) ? UnitState.Finished : entries.Any(entry => entry.State == UnitState.Running) && !isOwned ? UnitState.Running : record.State };
    }

    private static async Task<BatchEntry> Of(BatchEntry entry, RunFolder run)
    {
        var jobs = RunJson.TryRead(run.JobsFile, RunJson.Form.ListSlurmJob) ?? [];
        var outcome = new ClusterOutcome(run, jobs, await SlurmQueue.States());
        var now = entry with { Units = [.. entry.Units.Select(outcome.Of)] };
        var left = jobs.Where(outcome.States.IsAlive).ToList();
        if (left.Count > 0)
            return now with { State = UnitState.Running, Message = $"in the queue: {string.Join(", ", left.Select(job => $"{job.Unit ?? "finish"} ({outcome.States.Of(job.Id)!.ToLowerInvariant()})"))}" };
        return outcome.Problem is { } problem
            ? now with { State = UnitState.Failed, ExitCode = (int)ExitCode.RunFailed, Message = problem }
            : now with { State = UnitState.Finished, ExitCode = (int)RunOutcome.CodeOf(run), Message = null };
    }
}
