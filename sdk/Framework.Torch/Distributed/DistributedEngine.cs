using Framework.Torch.Interop;
using TorchSharp;

namespace Framework.Torch.Distributed;

/// <summary>Whether several processes can train one network together here: libtorch's c10d with Gloo between CPUs and NCCL between GPUs.</summary>
public static class DistributedEngine
{
    private const int Gloo = 1;
    private const int Nccl = 2;

    /// <summary>True where processes on CPUs can, or on GPUs.</summary>
    public static bool IsAvailable => Connects(DeviceType.CPU) || Connects(DeviceType.CUDA);

    /// <summary>Whether tensors on a device can go from process to process.</summary>
    /// <param name="device">Where they are.</param>
    public static bool Connects(DeviceType device) => Missing(device) is null;

    /// <summary>What is missing for processes on a device and what to do about it; null where nothing is.</summary>
    /// <param name="device">Where the network is trained.</param>
    public static string? Missing(DeviceType device)
    {
        if (!Engine.IsAvailable)
            return $"training in several ranks needs the bridge to libtorch, {BridgeLibrary.FileName}. Build the bundled flavour (FrameworkPackages=bundled), or train in one process.";
        return Missing(device, Native.distributed_backends());
    }

    internal static string? Missing(DeviceType device, int backends) => device == DeviceType.CUDA
        ? (backends & Nccl) != 0 ? null : "training in several ranks on CUDA needs NCCL, and the bridge was built where its headers, or CUDA's, were not found. Set NCCL_HOME and CUDA_HOME and build again, or train in one process."
        : (backends & Gloo) != 0 ? null : "training in several ranks on CPUs needs Gloo, and the bridge was built where libtorch's headers of it were not found. Use the system's libtorch with libgloo-dev, or one that has include/gloo (PyTorch's wheels have not), or train in one process.";

    /// <summary>Refuses early what would fail in the middle of a run.</summary>
    /// <param name="device">Where the network is trained.</param>
    /// <exception cref="EngineException">Something is missing.</exception>
    public static void Require(DeviceType device)
    {
        if (Missing(device) is { } missing)
            throw new EngineException(missing);
    }
}
