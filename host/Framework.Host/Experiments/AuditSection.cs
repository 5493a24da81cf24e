using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>What is looked for in the data before anything is trained.</summary>
internal sealed record AuditSection
{
    /// <summary>What becomes of a run that has a leak.</summary>
    public AuditPolicy Leaks { get; init; }

    /// <summary>Whether images are compared.</summary>
    public AuditImages Images { get; init; }

    /// <summary>Files that list what the weights were trained on before: one identity or hash of an image a line.</summary>
    public IReadOnlyList<string> Pretraining { get; init; } = [];

    /// <summary>What the labels of a case must fulfil, beside what the source says itself.</summary>
    public IReadOnlyList<LabelRule> LabelRules { get; init; } = [];
}
