using Framework.Host.Runs;

namespace Framework.Host.Batches;

/// <summary>One unit of an experiment of a batch.</summary>
/// <param name="Name">Its name.</param>
internal sealed record BatchUnit(string Name)
{
    /// <summary>Where it stands.</summary>
    public UnitState State { get; init; } = UnitState.Waiting;

    /// <summary>Processes that were started for it.</summary>
    public int Attempts { get; init; }

    /// <summary>Seconds that the last of them took.</summary>
    public double? Seconds { get; init; }

    /// <summary>What is wrong; null where nothing is.</summary>
    public string? Message { get; init; }

    /// <summary>The file with what its processes said; null where none was started.</summary>
    public string? Log { get; init; }

    /// <summary>The last lines of that; none where it is finished.</summary>
    public IReadOnlyList<string> LastLines { get; init; } = [];
}
