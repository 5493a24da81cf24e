namespace Framework.Components.Training.Schedules;

/// <summary>Rises in a straight line over the first steps, times another schedule.</summary>
/// <param name="options">Number of steps and the other schedule.</param>
public sealed class WarmUpSchedule(WarmUpOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) =>
        Math.Min(1, (moment.Step + 1.0) / options.Steps) * (options.Then?.Factor(moment) ?? 1);
}
