using System.Globalization;
using System.Text;
using Framework.Host.Commands;
using Framework.Host.Experiments;
using Framework.Host.Runs;

namespace Framework.Host.Batches.Slurm;

/// <summary>The script of a job, or of an array of jobs that are alike.</summary>
internal static class SlurmScript
{
    // Slurm asks for the state to be saved so many seconds ahead of the time limit, and up to half a minute sooner: of a short limit most is to be left for work.
    private const int SecondsToSave = 120;
    private const int SecondsOfAMinute = 15;

    /// <summary>Writes a script that does what its place in the array says.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="commands">The words of this program, a list a place.</param>
    /// <param name="resources">What the job asks for.</param>
    public static void Write(string path, IReadOnlyList<IReadOnlyList<string>> commands, ResourcesSection resources)
    {
        var text = new StringBuilder("""
            #!/usr/bin/env bash
            # Slurm sends SIGTERM to the task before it takes the job away, and SIGUSR1 to this script ahead of the time limit. Either way the task
            # saves its state and ends with 143, and goes on where it was when the job has come out of the queue again.
            # What a crash leaves is tried once more.
            limit=0
            task=${SLURM_ARRAY_TASK_ID:-0}
            job=$SLURM_JOB_ID
            [ -z "${SLURM_ARRAY_JOB_ID:-}" ] || job=${SLURM_ARRAY_JOB_ID}_$task
            words() {

            """);
        text.AppendLine("  case $task in");
        foreach (var (number, words) in commands.Index())
            text.AppendLine(CultureInfo.InvariantCulture, $"    {number}) set -- {string.Join(' ', HostProgram.Words.Concat(words).Select(CommandWords.Quote))} ;;");
        text.AppendLine("  esac");
        // Ranks end together by themselves: rank 0 has the last word, and Slurm waits for it (--wait=0).
        // Since Slurm 22.05 a step does not take over the job's processors of a task, and would have one.
        text.AppendLine(CultureInfo.InvariantCulture, $"  exec srun --ntasks={resources.Ranks} --cpus-per-task={resources.Cpus} --unbuffered --kill-on-bad-exit=0{(resources.Ranks > 1 ? " --wait=0" : "")} \"$@\"");
        text.Append("""
            }
            for attempt in 1 2; do
              words &
              pid=$!
              # To the task itself: srun would take a SIGTERM of its own for an order to kill it.
              trap 'limit=1; scancel --signal=TERM "$SLURM_JOB_ID"' USR1
              while kill -0 $pid 2>/dev/null; do
                wait $pid # which a signal ends before the task does
              done
              wait $pid
              code=$?
              [ $code -ge 128 ] && [ $code != 130 ] && [ $code != 143 ] || break
              echo "signal $((code - 128)) ended it"
            done
            [ $limit = 0 ] || [ $code != 143 ] || scontrol requeue "$job"
            [ $code != 143 ] || sleep 600 # Slurm ends this script, and would take its own end for the job's
            exit $code

            """);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.WriteText(path, text.ToString());
    }

    /// <summary>What <c>sbatch</c> is told of a job.</summary>
    /// <param name="script">The script.</param>
    /// <param name="name">What the queue shows.</param>
    /// <param name="log">Takes what the job says; <c>%a</c> stands for the place in an array.</param>
    /// <param name="resources">What it asks for.</param>
    /// <param name="further">An array's size, what it waits for.</param>
    public static IReadOnlyList<string> Words(string script, string name, string log, ResourcesSection resources, IReadOnlyList<string> further)
    {
        var isRanked = resources.Ranks > 1;
        var words = new List<string>
        {
            $"--job-name={name}", $"--output={Path.GetFullPath(log)}", "--open-mode=append", "--requeue", string.Create(CultureInfo.InvariantCulture, $"--ntasks={resources.Ranks}"), $"--chdir={Environment.CurrentDirectory}",
            string.Create(CultureInfo.InvariantCulture, $"--signal=B:USR1@{SecondsAhead(resources.Time)}"), string.Create(CultureInfo.InvariantCulture, $"--cpus-per-task={resources.Cpus}"),
        };
        if (!isRanked)
            words.Add("--nodes=1");
        // What a node is asked for would not grow with the ranks that it has.
        if (resources.Gpus > 0)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{(isRanked ? "--gpus-per-task=" : "--gres=gpu:")}{resources.Gpus}"));
        if (resources.Memory is { } memory)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"{(isRanked ? "--mem-per-cpu" : "--mem")}={KilobytesOf(memory.Bytes, isRanked ? resources.Cpus : 1)}K"));
        if (resources.Time is { } time)
            words.Add(string.Create(CultureInfo.InvariantCulture, $"--time={time.Minutes}"));
        if (resources.Partition is { } partition)
            words.Add($"--partition={partition}");
        return [.. words, .. further, Path.GetFullPath(script)];
    }

    private static long KilobytesOf(long bytes, int parts) => ((bytes / parts) + 1023) / 1024;

    private static int SecondsAhead(WallTime? limit) => limit is { } time ? (int)Math.Min(SecondsToSave, (long)time.Minutes * SecondsOfAMinute) : SecondsToSave;
}
