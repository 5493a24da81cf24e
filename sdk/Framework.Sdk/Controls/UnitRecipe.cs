namespace Framework.Sdk;

/// <summary>What a unit does, for controls to change.</summary>
public sealed record UnitRecipe
{
    /// <summary>Cases to fit on.</summary>
    public required IReadOnlyList<Case> Train { get; init; }

    /// <summary>Whether <see cref="Train"/> are cases of the validation part: what a stage that reads others is fitted on unless told otherwise.</summary>
    public bool FitsOnValidation { get; init; }

    /// <summary>Cases to select on.</summary>
    public required IReadOnlyList<Case> Validate { get; init; }

    /// <summary>Fits and predicts.</summary>
    public required ITrainer Trainer { get; init; }

    /// <summary>False to use the initial state as it is.</summary>
    public bool Fitting { get; init; } = true;

    /// <summary>Makes the network; null where the stage names none.</summary>
    public IModelFactory? Model { get; init; }

    /// <summary>
    /// Loads the unit's cases, those that are evaluated as well. Transforms that are fitted see the training cases as the experiment's source has
    /// them, so that nothing but the images differs.
    /// </summary>
    public required IDataSource Source { get; init; }

    /// <summary>What follows the stage's transforms, for the cases that are evaluated as well.</summary>
    public IReadOnlyList<TransformStep> Appended { get; init; } = [];

    /// <summary>The names of the labels, in the order of <see cref="Case.Labels"/>.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Which labels are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];
}
