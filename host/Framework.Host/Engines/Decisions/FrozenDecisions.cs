namespace Framework.Host.Engines.Decisions;

/// <summary>What a unit's outputs mean, fitted once on its validation predictions; the content of <c>decisions.json</c>.</summary>
internal sealed record FrozenDecisions
{
    /// <summary>The version of this form that this program writes, and the newest that it reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The version of this form.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>The unit, without its variant: variants that share a unit share what its outputs mean.</summary>
    public required string Unit { get; init; }

    /// <summary>Hexadecimal SHA-256 over everything that the figures follow from: the unit, its predictions, its parts and the components.</summary>
    public required string Key { get; init; }

    /// <summary>Hexadecimal SHA-256 over the training subjects.</summary>
    public required string Training { get; init; }

    /// <summary>Hexadecimal SHA-256 over the validation subjects.</summary>
    public required string Validation { get; init; }

    /// <summary>The calibration's figures, question by question; empty where outputs are taken as they are.</summary>
    public IReadOnlyList<QuestionFigures> Calibration { get; init; } = [];

    /// <summary>The thresholds, level by level; empty where 0.5 counts.</summary>
    public IReadOnlyList<LevelThresholds> Thresholds { get; init; } = [];
}
