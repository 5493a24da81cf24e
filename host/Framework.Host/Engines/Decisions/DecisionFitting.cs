using Framework.Components.Data;
using Framework.Components.Evaluation.Levels;
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
            return frozen with { Thresholds = Thresholds(calibrated, experiment.Levels, threshold.Instance, table => new ValidationPredictions(split, fold, repeat, table)) };
        }
        catch (Exception e) when (e is TrainingException or ExperimentException)
        {
            throw new TrainingException($"{unit.Unit.Name}: {e.Message}", e);
        }
    }

    /// <summary>The thresholds of every level, each fitted on what the levels below made of the validation part.</summary>
    /// <param name="calibrated">One row a case of the validation part.</param>
    /// <param name="levels">From the lowest up.</param>
    /// <param name="rule">Chooses a threshold.</param>
    /// <param name="check">Checks that a table is of the validation part.</param>
    public static IReadOnlyList<LevelThresholds> Thresholds(Predictions calibrated, IReadOnlyList<Level> levels, IThresholdRule rule, Func<Predictions, ValidationPredictions> check)
    {
        var fitted = new List<LevelThresholds>();
        foreach (var _ in LevelTables.Of(calibrated, levels, Decide))
        {
            // Each level is decided as it is asked for.
        }

        return fitted;

        Predictions Decide(Predictions table, string at)
        {
            fitted.Add(new LevelThresholds(at, check(table).Questions.Where(question => question.Labels.Count == 1).ToDictionary(question => question.Name, rule.Fit)));
            return DecisionRule.With(fitted, table, at);
        }
    }

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
