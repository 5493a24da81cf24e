using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>How units of a run are trained with other processes.</summary>
internal sealed class RankedTraining(RankLeader leader, RunFolder run, TimeProvider time)
{
    /// <summary>How many processes there are, this one among them.</summary>
    public int Size => leader.Size;

    /// <summary>What takes the place of the trainer's own fitting.</summary>
    /// <param name="folder">The unit's folder.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="failing">Notes that it failed, given the message.</param>
    public Func<TrainingContext, CancellationToken, IPredictor> Fit(UnitFolder folder, UnitWork unit, Action<string> failing)
    {
        var trained = new TrainedUnit(run, folder, message =>
        {
            failing(message);
            RunJournal.End(run, UnitState.Failed, time);
        });
        return (context, cancellation) => leader.Train(trained, (place, stop) => unit.Trainer.Fit(context with { Ranks = place }, stop), cancellation);
    }
}
