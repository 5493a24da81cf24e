namespace Framework.Components.Controls;

/// <summary>The same pipeline with the network's initial weights: what the score is worth without learning.</summary>
public sealed class UntrainedControl : IControl
{
    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Fitting = false };
}
