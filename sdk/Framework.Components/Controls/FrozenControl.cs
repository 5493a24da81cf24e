using Framework.Components.Training;

namespace Framework.Components.Controls;

/// <summary>The pretrained network without fine-tuning: as it was loaded, or with a logistic regression on its features in the place of the last layer.</summary>
/// <param name="options">What becomes of the last layer.</param>
public sealed class FrozenControl(FrozenOptions options) : IControl
{
    /// <inheritdoc />
    public ControlExpectation Expected => options.Head == FrozenHead.Keep
        ? new()
        {
            BelowRun = true,
            Otherwise = "The weights do about as well before any training: what was learnt from these cases adds nothing.",
        }
        : new()
        {
            NotAboveRun = true,
            Otherwise = "A regression on features that were never fitted to these images does better: fine-tuning did harm.",
        };

    /// <inheritdoc />
    /// <exception cref="ExperimentException">The stage's network starts from random weights, or has no features that a regression could be fitted on.</exception>
    public UnitRecipe Apply(UnitRecipe recipe, RandomStream random)
    {
        if (recipe.Model is not { IsPretrained: true })
            throw new ExperimentException("'frozen' keeps pretrained weights as they are, and the stage's model names none. Set the model's 'pretrained', or use 'untrained'.");
        if (options.Head == FrozenHead.Keep)
            return recipe with { Fitting = false };
        return recipe.Trainer is SupervisedTrainer supervised
            ? recipe with { Trainer = new FrozenFeaturesTrainer(supervised.KeepingFeatures(), options.InverseRegularisation) }
            : throw new ExperimentException("'frozen' with 'head: fit' needs a stage that 'supervised' trains, whose networks give features. Leave 'head' out.");
    }
}
