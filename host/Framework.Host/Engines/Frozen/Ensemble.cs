using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>What all units of a stage say of some cases.</summary>
/// <param name="Each">The outputs as the networks gave them, unit below unit.</param>
/// <param name="Raw">One row a case: their means.</param>
/// <param name="Decided">One row a case: the means of calibrated outputs and of thresholds.</param>
internal sealed record Ensemble(Predictions Each, Predictions Raw, Predictions Decided)
{
    /// <summary>Predicts with each unit in turn.</summary>
    /// <param name="model">The frozen model.</param>
    /// <param name="stage">Whose units.</param>
    /// <param name="cases">Whom.</param>
    /// <param name="open">Opens a unit's model.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static Ensemble Of(FrozenModel model, string stage, IReadOnlyList<Case> cases, Func<Runs.UnitFolder, UnitModel> open, CancellationToken cancellation)
    {
        var (raw, decided) = (new List<Predictions>(), new List<Predictions>());
        foreach (var unit in model.Units.Where(unit => unit.Unit.Id.Stage == stage))
        {
            using var own = open(unit);
            raw.Add(own.Predict(cases, cancellation));
            decided.Add(own.Rule.Decide(own.Rule.Calibrate(raw[^1]), "case"));
        }

        var each = Predictions.Concat(raw);
        return new Ensemble(each, Evaluation.OneRowPerCase(each), Evaluation.OneRowPerCase(Predictions.Concat(decided)));
    }
}
