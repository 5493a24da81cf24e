using System.ComponentModel;
using System.Diagnostics;
using Framework.Sdk;

namespace Framework.Host.Batches.Slurm;

/// <summary>The cluster's own commands. They find the cluster as they do for anybody, by <c>SLURM_CONF</c> or /etc/slurm.</summary>
internal static class SlurmQueue
{
    private const int Tries = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly string[] Asking = ["--me", "--array", "--noheader", "--states=all", "--format=%i %T"];

    // Every state in which a job has not come to its end.
    private static readonly string[] Alive =
        ["PENDING", "RUNNING", "SUSPENDED", "COMPLETING", "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "RESIZING", "RESV_DEL_HOLD", "SIGNALING", "SPECIAL_EXIT", "STAGE_OUT", "STOPPED"];

    /// <summary>Submits a script.</summary>
    /// <returns>The job's number.</returns>
    /// <exception cref="ExperimentException">Slurm refuses, or is not there; the message is its own.</exception>
    public static async Task<string> Submit(IReadOnlyList<string> words) =>
        (await Call("sbatch", ["--parsable", .. words])).Split(';')[0].Trim(); // number;cluster

    /// <summary>The states of the user's jobs that the controller still knows, by the names that <see cref="SlurmJob.Id"/> has.</summary>
    /// <exception cref="ExperimentException">Slurm does not answer.</exception>
    public static async Task<QueueStates> States() => Read(await Call("squeue", Asking));

    /// <summary>The same, asked once, for whoever asks again and again.</summary>
    /// <exception cref="ExperimentException">There is no Slurm on this machine.</exception>
    public static async Task<QueueAnswer> Ask()
    {
        var (code, output, error) = await Run("squeue", Asking);
        return code == 0 ? new QueueAnswer(Read(output), null) : new QueueAnswer(null, Said("squeue", error));
    }

    private static QueueStates Read(string lines)
    {
        var pairs =
            from line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            let parts = line.Split(' ')
            where parts.Length == 2
            from name in JobNames.Expand(parts[0])
            select (Name: name, State: parts[1]);
        return new QueueStates(pairs.DistinctBy(pair => pair.Name).ToDictionary(pair => pair.Name, pair => pair.State));
    }

    /// <summary>Whether a job in such a state will do something yet.</summary>
    public static bool IsAlive(string? state) => state is not null && Alive.Contains(state);

    /// <summary>Takes jobs out of the queue; those at work get SIGTERM and time to save.</summary>
    public static async Task Cancel(IEnumerable<string> ids)
    {
        string[] all = [.. ids];
        if (all.Length > 0)
            await Call("scancel", all);
    }

    /// <summary>A controller that restarts is asked again for some seconds.</summary>
    private static async Task<string> Call(string program, IReadOnlyList<string> words)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (code, output, error) = await Run(program, words);
            if (code == 0)
                return output;
            var isAway = error.Contains("Unable to contact slurm controller", StringComparison.Ordinal) || error.Contains("Socket timed out", StringComparison.Ordinal);
            if (!isAway || attempt == Tries)
                throw new ExperimentException($"--engine slurm: {Said(program, error)}");
            await Task.Delay(Pause);
        }
    }

    private static string Said(string program, string error) => $"{program} says: {error.Trim().ReplaceLineEndings(" ")}";

    private static async Task<(int Code, string Output, string Error)> Run(string program, IReadOnlyList<string> words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output, await error);
        }
        catch (Win32Exception)
        {
            throw new ExperimentException($"--engine slurm: there is no '{program}' on this machine. Run this where jobs are submitted (Debian's package is slurm-client), or use --engine local.");
        }
    }
}
