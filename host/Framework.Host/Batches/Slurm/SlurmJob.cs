namespace Framework.Host.Batches.Slurm;

/// <summary>A job of a run; the file of a run folder is a list of them, in the order in which they were submitted.</summary>
/// <param name="Id">As Slurm names it: <c>12</c>, or <c>12_3</c> in an array.</param>
/// <param name="Unit">The unit that it does; null for the one that evaluates the run.</param>
internal sealed record SlurmJob(string Id, string? Unit);
