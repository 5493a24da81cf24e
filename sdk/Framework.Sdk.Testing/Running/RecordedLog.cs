using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>A unit's log in memory, which can ask the trainer to stop after a step.</summary>
public sealed class RecordedLog : IUnitLog, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    /// <summary>What was logged, in order.</summary>
    public List<TrainingEvent> Events { get; } = [];

    /// <summary>Steps after which the trainer is asked to stop; null for never.</summary>
    public long? StopAfter { get; init; }

    /// <summary>The most steps that were told of; 0 where none were.</summary>
    public long Steps { get; private set; }

    /// <summary>What <see cref="ITrainer.Fit"/> takes, so that <see cref="StopAfter"/> has an effect.</summary>
    public CancellationToken Stop => _stop.Token;

    /// <inheritdoc />
    public void Add(TrainingEvent item) => Events.Add(item);

    /// <inheritdoc />
    public void Rewind(long step) => Events.RemoveAll(item => item.Step > step);

    /// <inheritdoc />
    public void Progress(TrainingProgress progress)
    {
        Steps = Math.Max(Steps, progress.Step);
        if (progress.Step >= StopAfter)
            _stop.Cancel();
    }

    /// <inheritdoc />
    public void Dispose() => _stop.Dispose();
}
