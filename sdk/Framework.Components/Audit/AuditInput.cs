namespace Framework.Components.Audit;

/// <summary>What an audit looks at.</summary>
public sealed record AuditInput
{
    /// <summary>All cases, those behind a lock as well, with their labels.</summary>
    public required DataIndex Index { get; init; }

    /// <summary>The folds of all repeats.</summary>
    public required IReadOnlyList<AuditDivision> Divisions { get; init; }

    /// <summary>What the labels of a case must fulfil, beside what the source says itself.</summary>
    public IReadOnlyList<LabelRule> LabelRules { get; init; } = [];

    /// <summary>Each case's image, in the order of the cases; null for one that has none, and empty where images were not looked at.</summary>
    public IReadOnlyList<ImageFingerprint?> Images { get; init; } = [];

    /// <summary>What weights were trained on before; null where nobody says.</summary>
    public PretrainingList? Pretraining { get; init; }
}
