namespace Framework.Sdk;

/// <summary>Where a run is when a learning rate is asked for.</summary>
/// <param name="Step">The step about to be taken, from 0.</param>
/// <param name="StepsPerEpoch">At least 1.</param>
/// <param name="Epochs">Epochs in all, at least 1; the last is shorter where the run's length is given in steps.</param>
public readonly record struct ScheduleMoment(long Step, long StepsPerEpoch, int Epochs)
{
    private readonly long? _steps;

    /// <summary>The epoch of the step, from 0.</summary>
    public int Epoch => (int)(Step / StepsPerEpoch);

    /// <summary>Steps in all; whole epochs where nothing else is said.</summary>
    public long Steps
    {
        get => _steps ?? StepsPerEpoch * Epochs;
        init => _steps = value;
    }

    /// <summary>What each finished epoch scored on the validation part, so that a schedule that follows it needs no state; null where there is no such part.</summary>
    public ScoreHistory? Validation { get; init; }
}
