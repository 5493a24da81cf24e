using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Finds out before any training whether there is something to calibrate, to choose thresholds and to join folds and repeats on.</summary>
internal static class DecisionNeeds
{
    private const string Keys = "'calibrate' and 'threshold'";
    private const string Ensemble = "'ensemble'";

    /// <summary>Checks every stage.</summary>
    /// <exception cref="ExperimentException">A fold has no validation case, no label has a threshold, or there is nothing to join.</exception>
    /// <exception cref="TrainingException">The labels of a validation part do not allow an ensemble to be fitted.</exception>
    public static void Check(Experiment experiment, PreparedData data)
    {
        foreach (var stage in experiment.Stages)
        {
            if (stage.Calibrate is not null || stage.Threshold is not null)
                RequireValidation(Keys, stage, experiment, data);
            if (stage.Threshold is { } threshold)
                RequireLabels(threshold, stage, data);
            if (stage.Ensemble is { } ensemble)
            {
                RequireValidation(Ensemble, stage, experiment, data);
                RequireMembers(stage, experiment, data);
                Try(ensemble.Instance, stage, data.Of(stage));
            }
        }
    }

    private static void RequireValidation(string keys, StageSection stage, Experiment experiment, PreparedData data)
    {
        var are = keys == Keys ? "are" : "is";
        if (!StageOrder.KnowsValidation(stage, experiment.Stages))
        {
            throw new ExperimentException($"{stage.Name}: {keys} {are} fitted on outputs of the validation part, and the stage itself is fitted on that part. "
                + (keys == Keys ? "Use 'fit_on: train', or calibrate the stages that it reads." : "Use 'fit_on: train', or leave 'ensemble' out: folds and repeats are averaged then."));
        }

        for (var number = 0; number < data.Split.Folds * data.Split.Repeats; number++)
        {
            var (repeat, fold) = Math.DivRem(number, data.Split.Folds);
            if (data.Split.Cases(fold, Part.Validate, repeat).Count == 0)
                throw new ExperimentException($"{stage.Name}: {keys} {are} fitted on the validation part, and fold {number} has none. Give 'validate' a share of the split.");
        }
    }

    private static void RequireLabels(Bound<IThresholdRule> threshold, StageSection stage, PreparedData data)
    {
        var index = data.Of(stage).Index;
        var grouped = index.Groups.SelectMany(group => group.Labels).ToHashSet(StringComparer.Ordinal);
        if (index.Labels.All(grouped.Contains))
        {
            throw new ExperimentException($"{stage.Name}: '{threshold.Name}' chooses thresholds of labels, and all labels here are classes of a group, "
                + "of which the most probable is taken. Remove 'threshold'.");
        }
    }

    private static void RequireMembers(StageSection stage, Experiment experiment, PreparedData data)
    {
        if (data.Split.Folds * data.Split.Repeats == 1)
            throw new ExperimentException($"{stage.Name}: 'ensemble' joins folds and repeats, and there is one of each. Add 'repeats: 3' or a split of several folds, or leave it out.");
        if (stage.Trainer.Instance.GivesFindings)
            throw new ExperimentException($"{stage.Name}: 'ensemble' joins probabilities, and this stage finds objects or segments: there is no mean of findings. Leave it out.");
    }

    /// <summary>What the labels alone do not allow is found with outputs that say nothing.</summary>
    private static void Try(IEnsemble ensemble, StageSection stage, PreparedData data)
    {
        for (var number = 0; number < data.Split.Folds * data.Split.Repeats; number++)
        {
            var (repeat, fold) = Math.DivRem(number, data.Split.Folds);
            var cases = data.Split.Cases(fold, Part.Validate, repeat);
            var random = new RandomStream((ulong)number);
            var groups = data.Index.Groups;
            double Nothing(string label) => groups.FirstOrDefault(group => group.Labels.Contains(label)) is { } group ? 1.0 / group.Labels.Count : random.Uniform(0.1, 0.9);
            var table = new Predictions(
                data.Index.Labels,
                [.. cases.Select(item => PredictedCase.Of(item, fold))],
                [.. cases.SelectMany(item => item.Labels)],
                [.. cases.SelectMany(_ => data.Index.Labels.Select(Nothing))]) { Groups = groups };
            try
            {
                var validation = new ValidationPredictions(data.Split, fold, repeat, table);
                ensemble.Weigh(validation);
                foreach (var question in validation.Questions)
                    ensemble.Fit([question]);
            }
            catch (TrainingException e)
            {
                throw new TrainingException($"{stage.Name}, fold {number}: {e.Message}", e);
            }
        }
    }
}
