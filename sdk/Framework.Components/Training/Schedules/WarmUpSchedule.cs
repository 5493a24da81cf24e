namespace Framework.Components.Training.Schedules;

/// <summary>Rises in a straight line over the first steps or epochs, times another schedule.</summary>
/// <param name="options">How long, and the other schedule.</param>
public sealed class WarmUpSchedule(WarmUpOptions options) : ISchedule
{
    /// <inheritdoc />
    public bool ReadsValidation => options.Then is { ReadsValidation: true };

    /// <inheritdoc />
    public double Factor(ScheduleMoment moment) => Math.Min(1, Share(moment)) * (options.Then?.Factor(moment) ?? 1);

    private double Share(ScheduleMoment moment) => options switch
    {
        { Per: Pace.Epoch, Epochs: { } epochs } => (moment.Epoch + 1.0) / epochs,
        { Epochs: { } epochs } => (moment.Step + 1.0) / ((double)epochs * moment.StepsPerEpoch),
        _ => (moment.Step + 1.0) / options.Steps!.Value,
    };
}
