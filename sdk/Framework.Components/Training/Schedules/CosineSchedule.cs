namespace Framework.Components.Training.Schedules;

/// <summary>From 1 down half a cosine to the floor over the whole training (Loshchilov and Hutter 2017, without restarts).</summary>
/// <remarks>As PyTorch's CosineAnnealingLR with as many iterations as there are steps, or epochs.</remarks>
/// <param name="options">The floor, and whether steps or epochs count.</param>
public sealed class CosineSchedule(CosineOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment)
    {
        var share = options.Per == Pace.Epoch ? (double)moment.Epoch / moment.Epochs : (double)moment.Step / moment.Steps;
        return options.Floor + ((1 - options.Floor) * (1 + Math.Cos(Math.PI * share)) / 2);
    }
}
