namespace Framework.Sdk;

/// <summary>What a unit does, for controls to change.</summary>
public sealed record UnitRecipe
{
    /// <summary>Cases to fit on.</summary>
    public required IReadOnlyList<Case> Train { get; init; }

    /// <summary>Cases to select on.</summary>
    public required IReadOnlyList<Case> Validate { get; init; }

    /// <summary>Fits and predicts.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>False to use the initial state as it is.</summary>
    public bool Fitting { get; init; } = true;
}
