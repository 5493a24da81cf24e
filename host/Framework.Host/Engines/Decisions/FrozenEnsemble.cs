namespace Framework.Host.Engines.Decisions;

/// <summary>How the folds and repeats of a stage are joined, fitted once on their validation predictions; an entry of <c>ensembles.json</c>.</summary>
internal sealed record FrozenEnsemble
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>The control; null for the run itself.</summary>
    public string? Control { get; init; }

    /// <summary>The variant; null without a matrix.</summary>
    public string? Variant { get; init; }

    /// <summary>Hexadecimal SHA-256 over everything that the figures follow from: the units, their predictions, their calibrations and the components.</summary>
    public required string Key { get; init; }

    /// <summary>Units that share a validation part and a test part, in the order of the plan.</summary>
    public required IReadOnlyList<FrozenMembers> Groups { get; init; }

    /// <summary>Whether it is of the same stage, control and variant.</summary>
    public bool IsOf(string stage, string? control, string? variant) => Stage == stage && Control == control && Variant == variant;
}

/// <summary>One group.</summary>
/// <param name="Units">Their names.</param>
/// <param name="Weights">How much each counts.</param>
/// <param name="Figures">What was fitted of each question.</param>
/// <param name="Thresholds">The thresholds of what they say together, level by level; empty where 0.5 counts.</param>
internal sealed record FrozenMembers(IReadOnlyList<string> Units, IReadOnlyList<double> Weights, IReadOnlyList<QuestionFigures> Figures, IReadOnlyList<LevelThresholds> Thresholds);
