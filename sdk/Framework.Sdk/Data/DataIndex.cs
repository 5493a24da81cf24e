namespace Framework.Sdk;

/// <summary>Everything a data source knows before any pixel is read.</summary>
public sealed record DataIndex
{
    /// <summary>The names of the labels, in the order of <see cref="Case.Labels"/>.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Which labels are the classes of one question; a label is in at most one group.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];

    /// <summary>What the labels of every case must fulfil; an audit looks for cases that do not.</summary>
    public IReadOnlyList<LabelRule> LabelRules { get; init; } = [];

    /// <summary>The cases that can be used, in a stable order.</summary>
    public required IReadOnlyList<Case> Cases { get; init; }

    /// <summary>What was left out, and why. The host stops on any unless <c>data.on_error: quarantine</c>.</summary>
    public IReadOnlyList<DataProblem> Problems { get; init; } = [];

    /// <summary>How the source came from all it found to these cases, step by step; empty where it left nothing out on purpose.</summary>
    public IReadOnlyList<FlowStep> Flow { get; init; } = [];

    /// <summary>Tables to keep beside the results.</summary>
    public IReadOnlyList<IndexTable> Tables { get; init; } = [];

    /// <summary>Hexadecimal SHA-256 over the identities, subjects, sites and labels of all cases: changes when they do.</summary>
    public required string Fingerprint { get; init; }
}
