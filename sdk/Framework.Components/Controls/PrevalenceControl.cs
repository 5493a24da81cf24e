using Framework.Components.Training;

namespace Framework.Components.Controls;

/// <summary>Predicts each label's share in the training part for every case: what the score is worth without looking at images.</summary>
public sealed class PrevalenceControl : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => new()
    {
        NeverBetter = true,
        Otherwise = "The run is worse than a constant: predicting how frequent each label is, without looking at a case, scores better.",
    };

    /// <inheritdoc />
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random) => recipe with { Trainer = new PrevalenceTrainer() };
}
