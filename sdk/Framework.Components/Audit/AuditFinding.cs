namespace Framework.Components.Audit;

/// <summary>Something that an audit found.</summary>
public sealed record AuditFinding
{
    /// <summary>What it is about: <c>subject</c>, <c>study</c>, <c>series</c>, <c>accession</c>, <c>instance</c>, <c>pixels</c>, <c>near-duplicate</c>,
    /// <c>label-conflict</c>, <c>label-logic</c> or <c>pretraining</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it means for the figures.</summary>
    public required AuditSeverity Severity { get; init; }

    /// <summary>The parts it lies in or between, such as <c>train</c> and <c>test</c>; empty where it has nothing to do with parts.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>How many subjects, studies, images or pairs it is, in the fold that has most.</summary>
    public required int Count { get; init; }

    /// <summary>In how many folds of all repeats it is so; 0 where it has nothing to do with folds.</summary>
    public int Folds { get; init; }

    /// <summary>What was found, and what to do.</summary>
    public required string Words { get; init; }

    /// <summary>The cases that belong together, by identity; the first of them.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cases { get; init; } = [];
}
