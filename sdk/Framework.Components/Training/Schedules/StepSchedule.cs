namespace Framework.Components.Training.Schedules;

/// <summary>Multiplies the learning rate by a factor every so many epochs.</summary>
/// <param name="options">Epochs between drops and the factor.</param>
public sealed class StepSchedule(StepOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) => Math.Pow(options.Factor, moment.Epoch / options.Every);
}
