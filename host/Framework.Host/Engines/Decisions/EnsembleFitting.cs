using Framework.Components.Data;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>Fits how a stage's folds and repeats are joined on their validation predictions, or takes what the run keeps of that.</summary>
internal sealed class EnsembleFitting(Experiment experiment, StageSection stage, CaseSplit split)
{
    /// <summary>The figures of a stage.</summary>
    /// <param name="units">Its finished units of one control and variant, in the order of the plan, with what they said of their validation part, calibrated.</param>
    /// <param name="kept">What was fitted before; null where nothing was.</param>
    /// <exception cref="FrameworkException">The validation parts do not allow it.</exception>
    public FrozenEnsemble Of(IReadOnlyList<(UnitFolder Unit, Predictions Validation)> units, FrozenEnsemble? kept)
    {
        var key = KeyOf(units.Select(own => own.Unit));
        if (kept?.Key == key)
            return kept;
        var id = units[0].Unit.Unit.Id;
        return new FrozenEnsemble
        {
            Stage = stage.Name,
            Control = id.Control,
            Variant = id.Variant,
            Key = key,
            Groups = [.. units.GroupBy(own => PartsOf(own.Unit.Unit.Id)).Select(group => Fit([.. group]))],
        };
    }

    private FrozenMembers Fit(IReadOnlyList<(UnitFolder Unit, Predictions Validation)> members)
    {
        var id = members[0].Unit.Unit.Id;
        try
        {
            ValidationPredictions Checked(Predictions table) => new(split, id.Fold, id.Repeat, table);
            var validation = members.Select(member => Checked(member.Validation)).ToList();
            var questions = validation.ConvertAll(member => member.Questions);
            var ensemble = stage.Ensemble!.Instance;
            var group = new FrozenMembers(
                [.. members.Select(member => member.Unit.Unit.Name)],
                [.. validation.Select(ensemble.Weigh)],
                [.. questions[0].Select((question, at) => new QuestionFigures(question.Name, question.Labels, ensemble.Fit([.. questions.Select(own => own[at])])))],
                []);
            if (stage.Threshold is not { Instance: var rule })
                return group;
            var together = new EnsembleRule(stage, experiment.Levels, new FrozenEnsemble { Stage = stage.Name, Key = "", Groups = [group] }).Within(group, [.. members.Select(member => member.Validation)]);
            return group with { Thresholds = DecisionFitting.Thresholds(together, experiment.Levels, rule, Checked) };
        }
        catch (Exception e) when (e is TrainingException or ExperimentException)
        {
            throw new TrainingException($"{members[0].Unit.Unit.Name}: {e.Message}", e);
        }
    }

    /// <summary>What members of a group have in common: whom they select on and whom they are tested on.</summary>
    private (string Validation, string Test) PartsOf(UnitId id) => (HashOf(id, Part.Validate), HashOf(id, Part.Test));

    private string HashOf(UnitId id, Part part)
    {
        using var key = new UnitKey();
        foreach (var item in split.Cases(id.Fold, part, id.Repeat))
            key.Add("case", item.Id);
        return key.ToString();
    }

    private string KeyOf(IEnumerable<UnitFolder> units)
    {
        using var key = new UnitKey();
        foreach (var unit in units)
        {
            key.Add("unit", unit.Unit.Key).Add("name", unit.Unit.Name).Add("predictions", FileHash.Of(unit.Predictions)).Add("decisions", unit.Decisions?.Key ?? "")
                .Add("validation", HashOf(unit.Unit.Id, Part.Validate)).Add("test", HashOf(unit.Unit.Id, Part.Test));
        }

        foreach (var level in experiment.Levels)
            key.Add("level", $"{level.By} {level.Take}");
        key.Add("ensemble", stage.Ensemble!.Canonical).Add("build", ComponentBuild.Of(stage.Ensemble.Component.Implementation).Build);
        if (stage.Threshold is { } threshold)
            key.Add("threshold", threshold.Canonical).Add("build", ComponentBuild.Of(threshold.Component.Implementation).Build);
        return key.ToString();
    }
}
