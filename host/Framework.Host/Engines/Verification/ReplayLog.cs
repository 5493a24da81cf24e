using Framework.Sdk;

namespace Framework.Host.Engines.Verification;

/// <summary>Writes nothing down, shows progress, and stops the trainer after a step.</summary>
internal sealed class ReplayLog(long? last, Action stop, Action<TrainingProgress> show) : IUnitLog
{
    /// <inheritdoc />
    public void Add(TrainingEvent item)
    {
    }

    /// <inheritdoc />
    public void Rewind(long step)
    {
    }

    /// <inheritdoc />
    public void Progress(TrainingProgress progress)
    {
        show(progress);
        if (progress.Step == last)
            stop();
    }
}
