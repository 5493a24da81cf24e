using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Finds out before any training whether there is something to calibrate, to choose thresholds and to join folds and repeats on.</summary>
internal static class DecisionNeeds
{
    private const string Keys = "'calibrate' and 'threshold'";
    private const string Ensemble = "'ensemble'";

    /// <summary>Checks a stage.</summary>
    /// <exception cref="ExperimentException">A fold has no validation case, no label has a threshold, or there is nothing to join.</exception>
    /// <exception cref="TrainingException">The labels of a validation part do not allow it.</exception>
    public static void Check(StageSection stage, Experiment experiment, PreparedData data)
    {
        if (stage.Calibrate is not null || stage.Threshold is not null)
            RequireValidation(Keys, stage, experiment, data);
        if (stage.Threshold is { } threshold)
            RequireLabels(threshold, stage, data);
        if (stage.Ensemble is not null)
        {
            RequireValidation(Ensemble, stage, experiment, data);
            RequireMembers(stage, experiment, data);
        }

        if (stage is not { Calibrate: null, Threshold: null, Ensemble: null })
            Try(stage, data.Of(stage));
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
    private static void Try(StageSection stage, PreparedData data)
    {
        for (var number = 0; number < data.Split.Folds * data.Split.Repeats; number++)
        {
            var (repeat, fold) = Math.DivRem(number, data.Split.Folds);
            var validation = new ValidationPredictions(data.Split, fold, repeat, Drawn(data, data.Split.Cases(fold, Part.Validate, repeat), new RandomStream((ulong)number)));
            try
            {
                foreach (var question in validation.Questions)
                {
                    stage.Calibrate?.Instance.Fit(question);
                    stage.Ensemble?.Instance.Fit([question]);
                    if (question.Labels.Count == 1)
                        stage.Threshold?.Instance.Fit(question);
                }

                stage.Ensemble?.Instance.Weigh(validation);
            }
            catch (TrainingException e)
            {
                throw new TrainingException($"{stage.Name}, fold {number}: {e.Message}", e);
            }
        }
    }

    private static Predictions Drawn(PreparedData data, IReadOnlyList<Case> cases, RandomStream random)
    {
        var table = new Predictions(
            data.Index.Labels,
            [.. cases.Select(item => PredictedCase.Of(item, 0))],
            [.. cases.SelectMany(item => item.Labels)],
            [.. cases.SelectMany(_ => data.Index.Labels.Select(_ => random.Uniform(0.1, 0.9)))]) { Groups = data.Index.Groups };
        var outputs = table.Outputs.ToArray();
        // Classes of one question have probabilities that sum to 1.
        foreach (var (_, labels) in table.Questions().Where(question => question.Labels.Length > 1))
        {
            for (var row = 0; row < outputs.Length; row += table.Labels.Count)
            {
                var sum = labels.Sum(label => outputs[row + label]);
                foreach (var label in labels)
                    outputs[row + label] /= sum;
            }
        }

        return table.WithOutputs(outputs);
    }
}
