namespace Framework.Host.Batches.Slurm;

/// <summary>The states of jobs as the queue told them, and as far as it still knows.</summary>
internal sealed class QueueStates(IReadOnlyDictionary<string, string> states)
{
    /// <summary>A job's state in Slurm's own word; null where the queue knows it no more.</summary>
    /// <param name="job">As <see cref="SlurmJob.Id"/> has it. Tasks of an array that never began are known by the array alone once they are cancelled.</param>
    public string? Of(string job) => states.GetValueOrDefault(job) ?? states.GetValueOrDefault(job.Split('_')[0]);

    /// <summary>Whether the job will do something yet.</summary>
    public bool IsAlive(SlurmJob job) => SlurmQueue.IsAlive(Of(job.Id));
}
