namespace Framework.Components.Training.Schedules;

/// <summary>Multiplies the learning rate by a factor every so many epochs or steps.</summary>
/// <param name="options">How far drops are apart, and the factor.</param>
public sealed class StepSchedule(StepOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) => Math.Pow(options.Factor, (options.Per == Pace.Epoch ? moment.Epoch : moment.Step) / options.Every);
}
