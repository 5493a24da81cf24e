using System.CommandLine;
using System.Globalization;
using Framework.Host.Batches;
using Framework.Host.Engines;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Commands;

/// <summary>The options of commands that leave units to worker processes.</summary>
internal sealed class BatchOptions
{
    private const string Slurm = "slurm";

    private readonly Option<int?> _parallel = new("--parallel")
    {
        Description = "Does units in so many worker processes at one time, each with its share of the processors",
        HelpName = "N",
    };

    private readonly Option<string> _hang = new("--hang-after")
    {
        Description = "Ends a worker that makes no progress for so long, and tries its unit once more; 0 never",
        HelpName = "30s|20m|2h|0",
        DefaultValueFactory = _ => "2h",
    };

    private readonly Option<string> _engine = new("--engine")
    {
        Description = "What does the units: this machine, or a cluster as 'resources' of the experiment says",
        HelpName = $"{LocalEngine.Name}|{Slurm}",
        DefaultValueFactory = _ => LocalEngine.Name,
    };

    private readonly Option<bool> _detach = new("--detach") { Description = "Ends when the jobs are in the cluster's queue; they need nobody" };
    private readonly Option<bool> _cancel = new("--cancel-on-interrupt") { Description = "Takes the jobs out of the cluster's queue on Ctrl-C or SIGTERM; else they go on" };

    /// <summary>Gives a command these options.</summary>
    public void AddTo(Command command)
    {
        command.Add(_engine);
        command.Add(_detach);
        command.Add(_cancel);
        command.Add(_parallel);
        command.Add(_hang);
    }

    /// <summary>The value of <c>--parallel</c>; null where it was not given.</summary>
    /// <exception cref="ExperimentException">There must be one worker.</exception>
    public int? Parallel(ParseResult arguments) => ThreadOptions.AtLeast(1, arguments, _parallel);

    /// <summary>Whether other processes than this one do the units.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="isRanked">Whether this process trains together with others.</param>
    /// <exception cref="ExperimentException">There is no such engine, or an option is about workers and there are none.</exception>
    public bool AreWorkersAsked(ParseResult arguments, bool isRanked)
    {
        if (IsSlurm(arguments) || Parallel(arguments) is not null)
            return true;
        if (CommandOptions.IsGiven(arguments, _hang))
        {
            throw new ExperimentException(isRanked
                ? $"{_hang.Name} ends workers that make no progress, and ranks are none. Leave it out: ranks end by themselves when one of them is lost or falls silent."
                : $"{_hang.Name} ends workers that make no progress, and this command trains in its own process. Add {_parallel.Name} 1, which leaves that to a worker, or leave {_hang.Name} out.");
        }

        return false;
    }

    /// <summary>How a batch is done.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="run">The options about runs.</param>
    /// <param name="threads">The options about threads.</param>
    /// <param name="planWords">Which runs, and how much of them.</param>
    public BatchSettings Settings(ParseResult arguments, RunOptions run, ThreadOptions threads, IReadOnlyList<string> planWords)
    {
        var parallel = Parallel(arguments) ?? 1;
        var share = Math.Max(1, Environment.ProcessorCount / parallel);
        return new BatchSettings
        {
            Parallel = parallel,
            Threads = threads.Compute(arguments) ?? share,
            LoaderThreads = threads.Loaders(arguments) ?? share,
            Words = ["--runs", run.Runs(arguments), .. GlobalOptions.WordsForWorkers(arguments)],
            Device = run.Device(arguments),
            SetWords = [.. run.Sets(arguments).SelectMany(set => new[] { "--set", set })],
            PlanWords = planWords,
            Cluster = IsSlurm(arguments) ? new ClusterSettings(arguments.GetValue(_detach), arguments.GetValue(_cancel), threads.Compute(arguments) is not null, planWords.Contains("--only")) : null,
            HangAfter = Patience(arguments.GetValue(_hang)!),
            CommandLine = CommandWords.OfProcess(),
        };
    }

    private bool IsSlurm(ParseResult arguments) => arguments.GetValue(_engine) switch
    {
        Slurm when CommandOptions.IsGiven(arguments, _hang) =>
            throw new ExperimentException($"{_hang.Name} is about workers of this machine, and nobody here watches a cluster's jobs: what ends one that hangs is its time limit. Leave {_hang.Name} out, and say 'resources: {{ time: 12 h }}' in the experiment."),
        Slurm => true,
        LocalEngine.Name when arguments.GetValue(_detach) || arguments.GetValue(_cancel) =>
            throw new ExperimentException($"--detach and --cancel-on-interrupt are about a cluster's queue: they go with --engine {Slurm}."),
        LocalEngine.Name => false,
        var engine => throw new ExperimentException($"--engine: there is no engine '{engine}'.{NearestName.Suggest(engine!, [LocalEngine.Name, Slurm])} Use '{LocalEngine.Name}' or '{Slurm}'."),
    };

    private static TimeSpan? Patience(string text)
    {
        if (text == "0")
            return null;
        var seconds = text.Length > 1 ? text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 } : 0;
        return seconds > 0 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? TimeSpan.FromSeconds((double)seconds * count)
            : throw new ExperimentException($"--hang-after takes a time such as 30s, 20m or 2h, or 0 for never; it is '{text}'.");
    }
}
