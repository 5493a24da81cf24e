using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Finds out before any training whether there is something to calibrate and to choose thresholds on.</summary>
internal static class DecisionNeeds
{
    /// <summary>Checks every stage.</summary>
    /// <exception cref="ExperimentException">A fold has no validation case, or no label has a threshold.</exception>
    public static void Check(Experiment experiment, PreparedData data)
    {
        foreach (var stage in experiment.Stages.Where(stage => stage.Calibrate is not null || stage.Threshold is not null))
        {
            if (!StageOrder.KnowsValidation(stage, experiment.Stages))
            {
                throw new ExperimentException($"{stage.Name}: 'calibrate' and 'threshold' are fitted on outputs of the validation part, and the stage itself is fitted on that part. "
                    + "Use 'fit_on: train', or calibrate the stages that it reads.");
            }

            for (var number = 0; number < data.Split.Folds * data.Split.Repeats; number++)
            {
                var (repeat, fold) = Math.DivRem(number, data.Split.Folds);
                if (data.Split.Cases(fold, Part.Validate, repeat).Count == 0)
                {
                    throw new ExperimentException($"{stage.Name}: 'calibrate' and 'threshold' are fitted on the validation part, and fold {number} has none. "
                        + "Give 'validate' a share of the split.");
                }
            }

            var index = data.Of(stage).Index;
            var grouped = index.Groups.SelectMany(group => group.Labels).ToHashSet(StringComparer.Ordinal);
            if (stage.Threshold is { } threshold && index.Labels.All(grouped.Contains))
            {
                throw new ExperimentException($"{stage.Name}: '{threshold.Name}' chooses thresholds of labels, and all labels here are classes of a group, "
                    + "of which the most probable is taken. Remove 'threshold'.");
            }
        }
    }
}
