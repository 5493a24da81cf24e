using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>What the data of a run were, in counts.</summary>
internal sealed record DataFacts
{
    /// <summary>The data source's name.</summary>
    public required string Source { get; init; }

    /// <summary>The data index's fingerprint.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The names of the labels.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Which labels are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];

    /// <summary>Cases that can be used.</summary>
    public required int Cases { get; init; }

    /// <summary>Different subjects among them.</summary>
    public required int Subjects { get; init; }

    /// <summary>Problems that were left out under <c>data.on_error: quarantine</c>.</summary>
    public required int Quarantined { get; init; }
}
