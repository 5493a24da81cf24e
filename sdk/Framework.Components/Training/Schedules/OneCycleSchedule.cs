namespace Framework.Components.Training.Schedules;

/// <summary>Up to the full learning rate and down far below the first one (Smith and Topin 2018, arXiv:1708.07120), as PyTorch's OneCycleLR.</summary>
/// <remarks>The momentum stays as it is (PyTorch: <c>cycle_momentum=False</c>).</remarks>
/// <param name="options">Where it starts, peaks and ends.</param>
public sealed class OneCycleSchedule(OneCycleOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment)
    {
        var (at, count) = options.Per == Pace.Epoch ? (moment.Epoch, moment.Epochs) : (moment.Step, moment.Steps);
        var (first, last) = (1 / options.DivFactor, 1 / options.DivFactor / options.FinalDivFactor);
        var peak = (options.PctStart * count) - 1;
        if (at <= peak)
            return Between(first, 1, at / peak);
        if (!options.ThreePhase)
            return Between(1, last, (at - peak) / (count - 1 - peak));
        var back = (2 * options.PctStart * count) - 2;
        return at <= back ? Between(1, first, (at - peak) / (back - peak)) : Between(first, last, (at - back) / (count - 1 - back));
    }

    // In a training of a few steps the rise is over before the first of them, and the last one may be it: there is no way to go then.
    private double Between(double from, double to, double share) => (options.Anneal, double.IsFinite(share) ? Math.Clamp(share, 0, 1) : 1) switch
    {
        (Anneal.Linear, var part) => from + ((to - from) * part),
        (_, var part) => to + ((from - to) * (1 + Math.Cos(Math.PI * part)) / 2),
    };
}
