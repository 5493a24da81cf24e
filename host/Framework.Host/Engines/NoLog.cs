using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Writes nothing down: for trying things out.</summary>
internal sealed class NoLog : IUnitLog
{
    public static NoLog Instance { get; } = new();

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
    }
}
