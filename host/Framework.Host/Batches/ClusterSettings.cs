namespace Framework.Host.Batches;

/// <summary>How a cluster does the units of a batch.</summary>
/// <param name="Detach">Whether the command ends when the jobs are in the queue.</param>
/// <param name="CancelOnInterrupt">Whether Ctrl-C takes them out of it again.</param>
/// <param name="HasThreads">Whether the command line says how many threads a job has; else its resources do.</param>
/// <param name="IsPartial">Whether some units are not asked for.</param>
internal sealed record ClusterSettings(bool Detach, bool CancelOnInterrupt, bool HasThreads, bool IsPartial);
