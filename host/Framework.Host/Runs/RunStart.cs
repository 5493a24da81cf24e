namespace Framework.Host.Runs;

/// <summary>One start of a run: what was called, where, with what.</summary>
internal sealed record RunStart
{
    /// <summary>When, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, UTC; null while it runs, or where it was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended; <c>running</c> while it runs, or where it was killed.</summary>
    public UnitState Outcome { get; init; } = UnitState.Running;

    /// <summary>The command line.</summary>
    public required string CommandLine { get; init; }

    /// <summary>The process.</summary>
    public required int ProcessId { get; init; }

    /// <summary>The machine's name.</summary>
    public required string Machine { get; init; }

    /// <summary>Where the network ran: <c>cpu</c> or <c>cuda:0</c>; null where jobs of a cluster found their devices themselves, which the units' <c>status.json</c> say.</summary>
    public required string? Device { get; init; }

    /// <summary>Threads that the tensor library computes with, in each process.</summary>
    public required int Threads { get; init; }

    /// <summary>Processes that trained together; 1 for one that trained alone.</summary>
    public int Ranks { get; init; } = 1;

    /// <summary>Versions of the framework, the tensor library, the runtime and the operating system.</summary>
    public required IReadOnlyDictionary<string, string> Versions { get; init; }
}
