namespace Framework.Host.Planning;

/// <summary>The units of a run in an order that respects what they read; the content of <c>plan.json</c>.</summary>
internal sealed record Plan
{
    /// <summary>The version of the run folder's layout that this program writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of the run folder's layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The experiment's name.</summary>
    public required string Experiment { get; init; }

    /// <summary>Hexadecimal SHA-256 of the resolved experiment.</summary>
    public required string Hash { get; init; }

    /// <summary>The data index's fingerprint.</summary>
    public required string Data { get; init; }

    /// <summary>Whether the run computes everything itself, whatever other runs of the store have.</summary>
    public bool Fresh { get; init; }

    /// <summary>The units, each after those that it reads.</summary>
    public required IReadOnlyList<PlannedUnit> Units { get; init; }

    /// <summary>Whether the other plan gives the same run: same experiment, same data, same components.</summary>
    public bool Matches(Plan other) =>
        Hash == other.Hash && Data == other.Data && Keys.SequenceEqual(other.Keys);

    private IEnumerable<(string, string)> Keys => Units.Select(unit => (unit.Name, unit.Key));
}
