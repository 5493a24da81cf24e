namespace Framework.Sdk;

/// <summary>Where a run is when a learning rate is asked for.</summary>
/// <param name="Step">The step about to be taken, from 0.</param>
/// <param name="StepsPerEpoch">At least 1.</param>
/// <param name="Epochs">Epochs in all, at least 1.</param>
public readonly record struct ScheduleMoment(long Step, long StepsPerEpoch, int Epochs)
{
    /// <summary>The epoch of the step, from 0.</summary>
    public int Epoch => (int)(Step / StepsPerEpoch);

    /// <summary>Steps in all.</summary>
    public long Steps => StepsPerEpoch * Epochs;
}
