using Framework.Components.Data;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Fits a unit's calibration and thresholds on its validation predictions, or takes what its folder keeps of them.</summary>
internal sealed class DecisionFitting(Experiment experiment, CaseSplit split)
{
    /// <summary>What the unit's outputs mean.</summary>
    /// <param name="unit">Finished.</param>
    /// <param name="validation">Its predictions of the validation part, as they are in its table; null where it has none.</param>
    /// <exception cref="FrameworkException">Something is to be fitted, and the validation part does not allow it.</exception>
    public DecisionRule Of(UnitFolder unit, Predictions? validation)
    {
        var stage = experiment.Stages.Single(stage => stage.Name == unit.Unit.Id.Stage);
        if (stage.Calibrate is null && stage.Threshold is null)
            return new DecisionRule(stage, null);
        var key = KeyOf(stage, unit);
        if (unit.Decisions is { } kept && kept.Key == key)
            return new DecisionRule(stage, kept);
        var fitted = Fit(stage, unit, key, validation ?? throw NoValidation(unit));
        unit.Decisions = fitted;
        return new DecisionRule(stage, fitted);
    }

    private FrozenDecisions Fit(StageSection stage, UnitFolder unit, string key, Predictions validation)
    {
        try
        {
            var (fold, repeat) = (unit.Unit.Id.Fold, unit.Unit.Id.Repeat);
            var frozen = new FrozenDecisions
            {
                Unit = unit.Unit.Id.Work,
                Key = key,
                Training = HashOf(unit, Part.Train),
                Validation = HashOf(unit, Part.Validate),
                Calibration = stage.Calibrate is { } calibrate
                    ? [.. new ValidationPredictions(split, fold, repeat, validation).Questions.Select(question => new QuestionFigures(question.Name, question.Labels, calibrate.Instance.Fit(question)))]
                    : [],
            };
            if (stage.Threshold is not { } threshold)
                return frozen;
            var calibrated = new DecisionRule(stage, frozen).Calibrate(validation);
            foreach (var _ in LevelTables.Of(calibrated, experiment.Levels, Decide))
            {
                // Each level's thresholds are fitted on what the levels below made of it.
            }

            return frozen;

            Predictions Decide(Predictions table, string at)
            {
                frozen = frozen with { Thresholds = [.. frozen.Thresholds, Thresholds(at, threshold.Instance, new ValidationPredictions(split, fold, repeat, table))] };
                return new DecisionRule(stage, frozen).Decide(table, at);
            }
        }
        catch (Exception e) when (e is TrainingException or ExperimentException)
        {
            throw new TrainingException($"{unit.Unit.Name}: {e.Message}", e);
        }
    }

    private static LevelThresholds Thresholds(string at, IThresholdRule rule, ValidationPredictions validation) =>
        new(at, validation.Questions.Where(question => question.Labels.Count == 1).ToDictionary(question => question.Name, rule.Fit));

    private string KeyOf(StageSection stage, UnitFolder unit)
    {
        using var key = new UnitKey();
        key.Add("unit", unit.Unit.Key).Add("predictions", FileHash.Of(unit.Predictions))
            .Add("training", HashOf(unit, Part.Train)).Add("validation", HashOf(unit, Part.Validate));
        foreach (var level in experiment.Levels)
            key.Add("level", $"{level.By} {level.Take}");
        if (stage.Calibrate is { } calibrate)
            key.Add("calibrate", calibrate.Canonical).Add("build", ComponentBuild.Of(calibrate.Component.Implementation).Build);
        if (stage.Threshold is { } threshold)
            key.Add("threshold", threshold.Canonical).Add("build", ComponentBuild.Of(threshold.Component.Implementation).Build);
        return key.ToString();
    }

    private string HashOf(UnitFolder unit, Part part) => TrainingFold.Of(split.Cases(unit.Unit.Id.Fold, part, unit.Unit.Id.Repeat)).Hash;

    private static TrainingException NoValidation(UnitFolder unit) => new($"{unit.Unit.Name}: calibrations and thresholds are fitted on the validation part, and this "
        + "fold has none. Give 'validate' a share of the split, or leave 'calibrate' and 'threshold' out.");
}
