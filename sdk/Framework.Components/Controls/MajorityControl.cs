using Framework.Components.Training;

namespace Framework.Components.Controls;

/// <summary>Calls every case what most training cases are: what accuracy and its like are worth without looking at images.</summary>
public sealed class MajorityControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        NeverBetter = true,
        Otherwise = "The run is worse than a constant: calling every case what most are scores better.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Trainer = new MajorityTrainer(recipe.Groups) };
}
