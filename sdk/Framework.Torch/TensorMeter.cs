using Framework.Torch.Interop;

namespace Framework.Torch;

/// <summary>Counts the bytes that tensors take on the CPU beyond those that were there when it began, in all threads of the process.</summary>
/// <remarks>A meter may be within another. Blocks that wait for the next tensor of their size are in no tensor, and not counted.</remarks>
public sealed class TensorMeter : IDisposable
{
    private readonly long _before;
    private readonly long _peakBefore;

    private TensorMeter() => (_before, _peakBefore) = (Native.tensor_memory_held(), Native.tensor_memory_peak());

    /// <summary>Bytes in tensors now that are beyond those at the beginning; below 0 where older ones have gone.</summary>
    public long Held => Native.tensor_memory_held() - _before;

    /// <summary>The most of these at one time.</summary>
    public long Peak => Native.tensor_memory_peak() - _before;

    /// <summary>Begins to count.</summary>
    /// <exception cref="EngineException">There is no bridge, or libtorch has an allocator that cannot be counted.</exception>
    public static TensorMeter Begin()
    {
        Engine.Require("counting the memory of tensors");
        Native.Check(Native.tensor_memory_counts());
        var meter = new TensorMeter();
        Native.tensor_memory_set_peak(0);
        return meter;
    }

    /// <summary>Ends; a meter around this one has seen its peak.</summary>
    public void Dispose() => Native.tensor_memory_set_peak(Math.Max(_peakBefore, Native.tensor_memory_peak()));
}
