using Framework.Host.Runs;

namespace Framework.Host.Batches.Slurm;

/// <summary>What became of a run's jobs: the run folder says what is done, the queue why the rest is not.</summary>
/// <param name="Folder">The run.</param>
/// <param name="Jobs">Its jobs.</param>
/// <param name="States">The last state of each that the queue told.</param>
internal sealed record ClusterOutcome(RunFolder Folder, IReadOnlyList<SlurmJob> Jobs, QueueStates States)
{
    /// <summary>What is wrong; null where everything that was asked for is done.</summary>
    public string? Problem
    {
        get
        {
            string[] units = [.. Folder.Units.Where(unit => !unit.IsFinished && Jobs.Any(job => job.Unit == unit.Unit.Name)).Select(unit => $"{unit.Unit.Name}: {WordsOf(unit)}")];
            if (units.Length > 0)
                return string.Join('\n', units);
            // Of some stages alone there are figures and no end; of a whole run the figures come before what may still fail, new cases and maps.
            var isDone = Folder.Units.All(unit => unit.IsFinished) ? Folder.IsFinished : Folder.Metrics is not null;
            return isDone ? null : $"the units are done, and what follows from them is not; {Path.Combine(Folder.LogsFolder, "finish.log")} says more. The same command does what is missing";
        }
    }

    /// <summary>A unit as the summary shows it.</summary>
    public BatchUnit Of(BatchUnit unit)
    {
        var folder = Folder.Units.Single(own => own.Unit.Name == unit.Name);
        var seen = unit with { Attempts = folder.Status?.Starts ?? 0, Seconds = folder.Status is { Ended: { } ended } status ? Math.Round((ended - status.Started).TotalSeconds, 1) : null };
        if (folder.IsFinished)
            return seen with { State = UnitState.Finished };
        var state = StateOf(unit.Name);
        return SlurmQueue.IsAlive(state) ? seen with { State = state == "RUNNING" ? UnitState.Running : UnitState.Waiting } : seen with { State = UnitState.Failed, Message = WordsOf(folder) };
    }

    private string WordsOf(UnitFolder unit) => SlurmWatch.Words(unit, StateOf(unit.Unit.Name));

    private string? StateOf(string unit) => Jobs.FirstOrDefault(job => job.Unit == unit) is { } job ? States.Of(job.Id) : null;
}
