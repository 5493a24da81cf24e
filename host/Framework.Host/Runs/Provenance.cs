using Framework.Host.Planning;

namespace Framework.Host.Runs;

/// <summary>Where a run's figures come from; the content of <c>provenance.json</c>. No patient data.</summary>
internal sealed record Provenance
{
    /// <summary>The experiment's file as it was given.</summary>
    public required string Experiment { get; init; }

    /// <summary>Hexadecimal SHA-256 of the resolved experiment.</summary>
    public required string Hash { get; init; }

    /// <summary>Everything random follows from it.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What the data were.</summary>
    public required DataFacts Data { get; init; }

    /// <summary>The assemblies of the components that the experiment names.</summary>
    public required IReadOnlyList<ComponentBuild> Components { get; init; }

    /// <summary>Every start of this run, the first one first.</summary>
    public IReadOnlyList<RunStart> Starts { get; init; } = [];

    /// <summary>When everything was there, UTC; null before.</summary>
    public DateTimeOffset? Finished { get; init; }
}
