using Framework.Host.Experiments;

namespace Framework.Host.Batches;

/// <summary>How a batch is done.</summary>
internal sealed record BatchSettings
{
    /// <summary>Worker processes at one time, at least 1.</summary>
    public required int Parallel { get; init; }

    /// <summary>Threads that each worker computes with.</summary>
    public required int Threads { get; init; }

    /// <summary>Threads of each worker that read and transform cases.</summary>
    public required int LoaderThreads { get; init; }

    /// <summary>Words for every process: the runs' folder, plugins, how lines are written.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>The value of <c>--device</c>.</summary>
    public required string Device { get; init; }

    /// <summary>What changes the experiments: <c>--set</c> and its values.</summary>
    public required IReadOnlyList<string> SetWords { get; init; }

    /// <summary>Which runs, and how much of them: <c>--new</c>, <c>--only</c> and a stage.</summary>
    public required IReadOnlyList<string> PlanWords { get; init; }

    /// <summary>Whether experiments that have not begun are begun after one has failed.</summary>
    public bool KeepGoing { get; init; }

    /// <summary>A worker that makes no progress for so long is ended; null never.</summary>
    public TimeSpan? HangAfter { get; init; }

    /// <summary>What was called.</summary>
    public required string CommandLine { get; init; }

    /// <summary>How a cluster does the units; null where this machine does them.</summary>
    public ClusterSettings? Cluster { get; init; }

    /// <summary>Gets what evaluating says, line by line; null where nobody listens.</summary>
    public Action<string>? Results { get; init; }

    /// <summary>Columns that <see cref="Results"/> has for a line; null for any.</summary>
    public int? ResultWidth { get; init; }

    /// <summary>The words of a worker.</summary>
    public IReadOnlyList<string> WordsOf(params string[] command) =>
        [.. command, .. Words, "--device", Device, .. ThreadWords(Threads, LoaderThreads)];

    /// <summary>The words of planning.</summary>
    public IReadOnlyList<string> PlanningOf(string file) =>
    [
        "prepare", file, .. Words, "--device", Device, .. SetWords, .. PlanWords, "--called", CommandLine,
        .. Cluster is null ? ThreadWords(Threads, LoaderThreads) : Cluster.HasThreads ? ["--cluster", .. ThreadWords(Threads, LoaderThreads)] : ["--cluster"],
    ];

    /// <summary>The same on a cluster, where a job has the threads that it asks for.</summary>
    public BatchSettings On(ResourcesSection resources) => Cluster is { HasThreads: false } ? this with { Threads = resources.Cpus, LoaderThreads = resources.Cpus } : this;

    private static string[] ThreadWords(int compute, int loaders) => ["--threads", FormattableString.Invariant($"{compute}"), "--loader-threads", FormattableString.Invariant($"{loaders}")];
}
