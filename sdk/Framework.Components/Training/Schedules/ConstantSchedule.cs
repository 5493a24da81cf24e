namespace Framework.Components.Training.Schedules;

/// <summary>The optimizer's own learning rate all the time.</summary>
public sealed class ConstantSchedule : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) => 1;
}
