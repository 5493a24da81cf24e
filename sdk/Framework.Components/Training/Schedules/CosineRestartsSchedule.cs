namespace Framework.Components.Training.Schedules;

/// <summary>
/// From 1 down half a cosine to the floor, then from 1 again, cycle after cycle, as PyTorch's CosineAnnealingWarmRestarts stepped once an epoch, or
/// with every step as a part of its epoch (Loshchilov and Hutter 2017).
/// </summary>
/// <param name="options">Length and growth of the cycles, the floor, and whether it follows steps or epochs.</param>
public sealed class CosineRestartsSchedule(CosineRestartsOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment)
    {
        long start = 0;
        long length = options.Epochs;
        for (var cycle = 0; moment.Epoch - start >= length; cycle++)
        {
            start += length;
            length = cycle < options.Then.Count ? options.Then[cycle] : length * options.Growth;
        }

        var epoch = options.Per == Pace.Epoch ? moment.Epoch : (double)moment.Step / moment.StepsPerEpoch;
        var share = (epoch - start) / length;
        return options.Floor + ((1 - options.Floor) * (1 + Math.Cos(Math.PI * share)) / 2);
    }
}
