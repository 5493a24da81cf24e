using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>The unit whose network another goes on from.</summary>
/// <param name="Unit">Of all repeats of the fold the one that validated best.</param>
/// <param name="Loss">The validation loss of the weights that it predicts with; NaN where there was nothing to choose and nothing to validate on.</param>
/// <param name="Among">How many there were to choose from.</param>
internal sealed record ContinuedUnit(UnitFolder Unit, double Loss, int Among)
{
    /// <summary>What it says in a line of a log.</summary>
    public string Words => Among == 1 ? $"goes on from {Unit.Unit.Name}"
        : string.Create(CultureInfo.InvariantCulture, $"goes on from {Unit.Unit.Name}, whose validation loss of {Loss:G5} is the lowest of {Among}");

    /// <summary>Chooses by what the units noted while they were fitted; null for a stage that begins by itself.</summary>
    /// <param name="run">The run, in which they are finished.</param>
    /// <param name="experiment">The variant.</param>
    /// <param name="id">The unit that goes on.</param>
    /// <exception cref="TrainingException">One of them is not finished, or did not note a validation loss.</exception>
    public static ContinuedUnit? Of(RunFolder run, Experiment experiment, UnitId id)
    {
        var stage = experiment.Stages.Single(stage => stage.Name == id.Stage);
        UnitFolder[] candidates = [.. Planner.Continued(experiment, stage, id).Select(other => run.Units.Single(unit => unit.Unit.Id == other))];
        if (candidates.Length == 0)
            return null;
        if (Array.Find(candidates, unit => !unit.IsFinished) is { } open)
            throw new TrainingException($"{id.Name}: it goes on from the best of {candidates.Length} units, and {open.Unit.Name} is not finished. Run the experiment without --only, which does what is missing first.");
        var losses = candidates.Select(unit => (Unit: unit, Loss: ValidationLoss(unit))).ToList();
        if (candidates.Length > 1 && losses.Exists(unit => !double.IsFinite(unit.Loss)))
            throw new TrainingException($"{id.Name}: it goes on from the unit with the lowest validation loss, and {losses.Find(unit => !double.IsFinite(unit.Loss)).Unit.Unit.Name} has none. Give 'validate' a share of the split.");
        var best = losses.MinBy(unit => unit.Loss);
        return new ContinuedUnit(best.Unit, best.Loss, candidates.Length);
    }

    /// <summary>The validation loss of the weights that a unit predicts with; NaN where it noted none.</summary>
    public static double ValidationLoss(UnitFolder unit)
    {
        var epochs = UnitLog.Read(unit.Events).Where(item => item.Kind == "epoch").ToList();
        if (epochs.Count == 0)
            return double.NaN;
        var chosen = (int)epochs[^1].Values.GetValueOrDefault("best_epoch", -1);
        var epoch = chosen < 0 ? epochs[^1] : epochs.Find(item => item.Epoch == chosen);
        return epoch?.Values.GetValueOrDefault("validate_loss", double.NaN) ?? double.NaN;
    }
}
