namespace Framework.Components.Controls;

/// <summary>The pretrained network as it was loaded, without fine-tuning: what the score is worth without the training cases.</summary>
public sealed class FrozenControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        BelowRun = true,
        Otherwise = "The weights do about as well before any training: what was learnt from these cases adds nothing.",
    };

    /// <inheritdoc />
    /// <exception cref="ExperimentException">The stage's network starts from random weights.</exception>
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe.Model is { IsPretrained: true }
        ? recipe with { Fitting = false }
        : throw new ExperimentException("'frozen' keeps pretrained weights as they are, and the stage's model names none. Set the model's 'pretrained', or use 'untrained'.");
}
