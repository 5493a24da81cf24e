namespace Framework.Components.Training.Schedules;

/// <summary>From 1 down half a cosine to the floor over all steps (Loshchilov and Hutter 2017, without restarts).</summary>
/// <param name="options">The floor.</param>
public sealed class CosineSchedule(CosineOptions options) : ISchedule
{
    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) =>
        options.Floor + ((1 - options.Floor) * (1 + Math.Cos(Math.PI * moment.Step / moment.Steps)) / 2);
}
