using Framework.Host.Runs;

namespace Framework.Host.Batches.Slurm;

/// <summary>Where the jobs of a run stand.</summary>
internal static class SlurmWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    /// <summary>Waits until none of the jobs is in the queue.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="changed">Is told of each job that is in another state than before.</param>
    /// <param name="stop">Ends the waiting; the jobs go on.</param>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public static async Task<QueueStates> End(IReadOnlyList<SlurmJob> jobs, Action<SlurmJob, string> changed, CancellationToken stop)
    {
        var seen = new Dictionary<string, string>();
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var states = await SlurmQueue.States();
            foreach (var job in jobs)
            {
                if (states.Of(job.Id) is not { } state || state == seen.GetValueOrDefault(job.Id))
                    continue;
                seen[job.Id] = state;
                changed(job, state);
            }

            if (!jobs.Any(states.IsAlive))
                return new QueueStates(seen.Where(job => !SlurmQueue.IsAlive(job.Value)).ToDictionary()); // a job may be gone without a last word
            await timer.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>What a state of a job says of a unit that is not finished.</summary>
    public static string Words(UnitFolder unit, string? state) => (unit.Status?.Message, state) switch
    {
        ({ } message, _) when unit.Status!.State == UnitState.Failed => message,
        (_, "CANCELLED") => "its job was cancelled",
        (_, "OUT_OF_MEMORY") => "its job was ended because memory ran out. Raise resources.memory",
        (_, "TIMEOUT") => "its job ran past its time limit. Raise resources.time",
        (_, null) => "its job is gone from the queue, and the unit is not finished; its log says more",
        _ => $"its job ended as {state}, and the unit is not finished; its log says more",
    };
}
