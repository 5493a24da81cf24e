using Framework.Torch.Interop;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>The memory of one CUDA device, in bytes, as libtorch's allocator counts it.</summary>
/// <param name="Allocated">In tensors now.</param>
/// <param name="PeakAllocated">The most in tensors at one time since the start or <see cref="ResetPeak"/>.</param>
/// <param name="Reserved">Taken from the device now; what no tensor uses is kept for later ones.</param>
/// <param name="PeakReserved">The most taken from the device at one time.</param>
public sealed record CudaMemory(long Allocated, long PeakAllocated, long Reserved, long PeakReserved)
{
    /// <summary>Whether the bridge was built with CUDA's headers, without which there is nothing to read.</summary>
    public static bool IsCounted => Engine.IsAvailable && Native.cuda_memory_is_counted() != 0;

    /// <summary>Reads the counters.</summary>
    /// <param name="device">Number of the CUDA device, from 0.</param>
    /// <exception cref="EngineException">There is no such device, or the bridge was built without CUDA's headers.</exception>
    public static unsafe CudaMemory Read(int device)
    {
        Require(device);
        var bytes = stackalloc long[4];
        Native.Check(Native.cuda_memory(device, bytes));
        return new CudaMemory(bytes[0], bytes[1], bytes[2], bytes[3]);
    }

    /// <summary>Lets the peaks begin anew at what is in use now.</summary>
    /// <param name="device">Number of the CUDA device, from 0.</param>
    /// <exception cref="EngineException">There is no such device, or the bridge was built without CUDA's headers.</exception>
    public static void ResetPeak(int device)
    {
        Require(device);
        Native.Check(Native.cuda_memory_reset_peak(device));
    }

    private static void Require(int device)
    {
        Engine.Require("CUDA memory statistics");
        var devices = cuda.is_available() ? cuda.device_count() : 0;
        if (device < 0 || device >= devices)
            throw new EngineException($"There is no CUDA device {device}: this machine has {devices}. CUDA memory statistics need one.");
        if (!IsCounted)
            throw new EngineException("The bridge was built where CUDA's headers were not found, and cannot count CUDA memory. Set CUDA_HOME to a CUDA toolkit and build again.");
    }
}
