using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>One experiment of a batch.</summary>
/// <param name="File">Its file, as it was given.</param>
internal sealed record BatchEntry(string File)
{
    /// <summary>Where it stands.</summary>
    public UnitState State { get; init; } = UnitState.Waiting;

    /// <summary>Its run folder; null until there is one.</summary>
    public string? Run { get; init; }

    /// <summary>What <c>run</c> would have ended with; null until then.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>Seconds from its first process to its last.</summary>
    public double? Seconds { get; init; }

    /// <summary>Units that were done before or elsewhere.</summary>
    public int Before { get; init; }

    /// <summary>The units that were left to do.</summary>
    public IReadOnlyList<BatchUnit> Units { get; init; } = [];
}
