using System.Globalization;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Batches.Slurm;

/// <summary>Where the jobs of a run stand.</summary>
/// <param name="time">Measures how long the queue is silent.</param>
/// <param name="warn">Is told once when it falls silent.</param>
internal sealed class SlurmWatch(TimeProvider time, Action<string> warn)
{
    /// <summary>How long the queue may be silent: a controller that is moved, or restarts with many jobs, takes minutes, and jobs go on without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Asks the queue once.</summary>
    public Func<Task<QueueAnswer>> Ask { get; init; } = SlurmQueue.Ask;

    /// <summary>How often it is asked.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Waits until none of the jobs is in the queue.</summary>
    /// <param name="jobs">The jobs.</param>
    /// <param name="changed">Is told of each job that is in another state than before.</param>
    /// <param name="stop">Ends the waiting; the jobs go on.</param>
    /// <exception cref="ExperimentException">The queue is silent for too long; the jobs go on.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public async Task<QueueStates> End(IReadOnlyList<SlurmJob> jobs, Action<SlurmJob, string> changed, CancellationToken stop)
    {
        var seen = new Dictionary<string, string>();
        long? silent = null;
        using var timer = new PeriodicTimer(Interval);
        while (true)
        {
            var answer = await Ask();
            silent = answer.Problem is { } problem ? Bear(problem, silent) : null;
            if (answer.States is { } states)
            {
                foreach (var job in jobs)
                {
                    if (states.Of(job.Id) is not { } state || state == seen.GetValueOrDefault(job.Id))
                        continue;
                    seen[job.Id] = state;
                    changed(job, state);
                }

                if (!jobs.Any(states.IsAlive))
                    return new QueueStates(seen.Where(job => !SlurmQueue.IsAlive(job.Value)).ToDictionary()); // a job may be gone without a last word
            }

            await timer.WaitForNextTickAsync(stop);
        }
    }

    /// <summary>Says once that the queue does not answer, and gives up in the end.</summary>
    /// <returns>Since when it has been silent.</returns>
    private long Bear(string problem, long? since)
    {
        if (since is null)
            warn(string.Create(CultureInfo.InvariantCulture, $"{problem}. The jobs go on; it is asked again for {Patience.TotalMinutes:0} minutes."));
        else if (time.GetElapsedTime(since.Value) >= Patience)
            throw new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"--engine slurm: {problem}. So it has been for {Patience.TotalMinutes:0} minutes. The jobs go on all the same: this command waits for them again, and `batch --status` says where they are."));
        return since ?? time.GetTimestamp();
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
