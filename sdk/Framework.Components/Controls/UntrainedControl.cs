namespace Framework.Components.Controls;

/// <summary>The same pipeline with random weights, although the stage may name pretrained ones: what the score is worth without learning.</summary>
public sealed class UntrainedControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        AtMost = 0.7,
        BelowRun = true,
        Otherwise = "A network that learnt nothing does about as well: the score comes from the preparation of the images, or is chance.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with
    {
        Fitting = false,
        Model = recipe.Model is { } model ? new RandomWeights(model) : null,
    };
}
