namespace Framework.Host.Batches.Slurm;

/// <summary>What the queue said when it was asked once.</summary>
/// <param name="States">The states of jobs; null where it did not answer.</param>
/// <param name="Problem">Why it did not, in its own words; null where it did.</param>
internal sealed record QueueAnswer(QueueStates? States, string? Problem);
