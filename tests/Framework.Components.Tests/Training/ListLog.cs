namespace Framework.Components.Tests.Training;

/// <summary>A log in memory that can ask to stop after a step.</summary>
internal sealed class ListLog : IUnitLog
{
    public List<TrainingEvent> Events { get; } = [];

    public CancellationTokenSource Cancellation { get; } = new();

    public long StopAfter { get; init; } = long.MaxValue;

    /// <summary>Called after every step.</summary>
    public Action<TrainingProgress>? OnStep { get; init; }

    public void Add(TrainingEvent item) => Events.Add(item);

    public void Rewind(long step) => Events.RemoveAll(item => item.Step > step);

    public void Progress(TrainingProgress progress)
    {
        OnStep?.Invoke(progress);
        if (progress.Step >= StopAfter)
            Cancellation.Cancel();
    }
}
