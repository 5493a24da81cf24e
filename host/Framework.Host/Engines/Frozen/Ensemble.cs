using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>What all units of a stage say of some cases.</summary>
/// <param name="Units">What each unit says, as the networks gave it, with what it found.</param>
/// <param name="Levels">One row for each case, then for each of what cases are joined into: means of the units' outputs.</param>
internal sealed record Ensemble(IReadOnlyList<(UnitFolder Unit, Predictions Table)> Units, IReadOnlyList<EnsembleLevel> Levels)
{
    /// <summary>Predicts with each unit in turn.</summary>
    /// <param name="model">The frozen model.</param>
    /// <param name="stage">Whose units.</param>
    /// <param name="prediction">Predicts with one of them.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Ensemble Of(FrozenModel model, StageSection stage, FrozenPrediction prediction, CancellationToken cancellation)
    {
        var units = new List<(UnitFolder, Predictions)>();
        var calibrated = new Dictionary<string, Predictions>(StringComparer.Ordinal);
        var levels = new List<List<(string At, Predictions Raw, Predictions Decided)>>();
        foreach (var unit in model.UnitsOf(stage))
        {
            var (table, rule) = prediction.Of(unit, cancellation);
            units.Add((unit, table));
            var plain = table.WithoutFindings();
            var raw = LevelTables.Of(plain, model.Experiment.Levels, (own, _) => own);
            var decided = LevelTables.Of(rule.Calibrate(plain), model.Experiment.Levels, rule.Decide);
            levels.Add([.. raw.Zip(decided, (one, other) => (one.At, one.Table, other.Table))]);
            calibrated.Add(unit.Unit.Name, rule.Calibrate(plain));
        }

        var joined = model.EnsembleOf(stage)?.Join(calibrated);

        return new Ensemble(units, [.. Enumerable.Range(0, levels[0].Count).Select(at => new EnsembleLevel(
            levels[0][at].At,
            Predictions.Concat([.. levels.Select(unit => unit[at].Raw)]),
            Evaluation.OneRowPerCase(Predictions.Concat([.. levels.Select(unit => unit[at].Raw)])),
            joined?[at].Table ?? Evaluation.OneRowPerCase(Predictions.Concat([.. levels.Select(unit => unit[at].Decided)]))))]);
    }
}

/// <summary>The rows of one level.</summary>
/// <param name="At">What a row is: <c>case</c>, or what cases are joined into.</param>
/// <param name="Each">The outputs as the networks gave them, joined to this level unit by unit, unit below unit.</param>
/// <param name="Raw">Means of the outputs as the networks gave them.</param>
/// <param name="Decided">Means of calibrated outputs and of thresholds, or what the stage's ensemble makes of them.</param>
internal sealed record EnsembleLevel(string At, Predictions Each, Predictions Raw, Predictions Decided);
