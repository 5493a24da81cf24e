using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>The process-wide switches that options ask for, until disposed.</summary>
internal sealed class EngineSwitches : IDisposable
{
    private readonly IDisposable? _determinism;
    private readonly IDisposable? _tf32;

    private EngineSwitches(SupervisedOptions options, torch.Device device)
    {
        _determinism = options.Deterministic ? Determinism.Begin(device) : null;
        _tf32 = options.Tf32 is { } allowed ? Tf32.Begin(allowed) : null;
    }

    public static EngineSwitches Begin(SupervisedOptions options, torch.Device device) => new(options, device);

    public void Dispose()
    {
        _tf32?.Dispose();
        _determinism?.Dispose();
    }
}
