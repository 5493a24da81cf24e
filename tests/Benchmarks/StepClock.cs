using System.Diagnostics;
using TorchSharp;

namespace Framework.Benchmarks;

/// <summary>Times steps: by the wall clock on the CPU, by CUDA events on a GPU.</summary>
internal sealed class StepClock : IDisposable
{
    private const int StepsOnGpu = 10; // a step takes milliseconds there
    private readonly CudaEvents? _events;

    public StepClock(torch.Device device) => _events = device.type == DeviceType.CUDA ? new CudaEvents() : null;

    /// <summary>Seconds of one step.</summary>
    public double Time(Action step)
    {
        if (_events is null)
        {
            var start = Stopwatch.GetTimestamp();
            step();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        torch.cuda.synchronize();
        return _events.Seconds(() =>
        {
            for (var i = 0; i < StepsOnGpu; i++)
                step();
        }) / StepsOnGpu;
    }

    public void Dispose() => _events?.Dispose();
}
