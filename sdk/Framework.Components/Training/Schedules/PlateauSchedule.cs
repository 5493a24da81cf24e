namespace Framework.Components.Training.Schedules;

/// <summary>Drops the learning rate where the validation score no longer gets better, as PyTorch's ReduceLROnPlateau.</summary>
/// <remarks>
/// The score is that of the trainer's <c>select</c>: the validation loss, or a metric. A function of the scores so far, walked through anew for each
/// step, so that a resumed run needs nothing but the scores. PyTorch's <c>eps</c>, below which it leaves a learning rate, is 0 here.
/// </remarks>
/// <param name="options">What counts as better, how long it waits, and by how much it drops.</param>
public sealed class PlateauSchedule(PlateauOptions options) : ISchedule
{
    /// <inheritdoc />
    public bool ReadsValidation => true;

    /// <inheritdoc />
    /// <exception cref="ExperimentException">There is no validation part.</exception>
    public double Factor(ScheduleMoment moment)
    {
        var history = moment.Validation
            ?? throw new ExperimentException("'plateau' follows the validation score, and there is no validation part. Give the split a 'validate' share, or use another schedule such as cosine.");
        var (factor, best, bad, rest) = (1.0, double.NaN, 0, 0);
        foreach (var score in history.Scores)
        {
            // NaN is never better, and anything is better than no score yet.
            var isBetter = double.IsNaN(best) ? !double.IsNaN(score) : history.IsBetter(score, Threshold(best, history.HigherIsBetter));
            (best, bad) = isBetter ? (score, 0) : (best, bad + 1);
            if (rest > 0)
                (rest, bad) = (rest - 1, 0);
            if (bad > options.Patience)
                (factor, rest, bad) = (Math.Max(factor * options.Factor, options.Floor), options.Cooldown, 0);
        }

        return factor;
    }

    private double Threshold(double best, bool higherIsBetter)
    {
        var margin = options.ThresholdMode == ThresholdMode.Relative ? best * options.Threshold : options.Threshold;
        return higherIsBetter ? best + margin : best - margin;
    }
}
