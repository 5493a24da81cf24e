using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>What a batch did; the content of <c>batch.json</c>, which is replaced whenever something ends.</summary>
internal sealed record BatchRecord
{
    /// <summary>The version of this layout.</summary>
    public int Format { get; init; } = 1;

    /// <summary>What was called; calling it again goes on.</summary>
    public required string CommandLine { get; init; }

    /// <summary>When it was called, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended, UTC; null while it works, or where it was killed.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>How it ended; <c>running</c> while it works, or where it was killed.</summary>
    public UnitState State { get; init; } = UnitState.Running;

    /// <summary>What the command ends with; null until then.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Worker processes at one time.</summary>
    public required int Parallel { get; init; }

    /// <summary>Threads that each of them computes with.</summary>
    public required int Threads { get; init; }

    /// <summary>The experiments in the order of the command line.</summary>
    public IReadOnlyList<BatchEntry> Experiments { get; init; } = [];
}
