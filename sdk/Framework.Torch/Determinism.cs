using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>A block in which operators that have no deterministic form fail instead of giving other bits each time.</summary>
public static class Determinism
{
    /// <summary>The environment variable that cuBLAS reads once, before its first use.</summary>
    public const string Workspace = "CUBLAS_WORKSPACE_CONFIG";

    private static readonly string[] Fixed = [":4096:8", ":16:8"];

    /// <summary>Begins a block; disposing what it gives ends it. The state is the process's.</summary>
    /// <param name="device">Where the work runs.</param>
    /// <exception cref="EngineException">On CUDA, where cuBLAS would choose its workspace anew each time.</exception>
    public static IDisposable Begin(Device device)
    {
        Require(device);
        return use_deterministic_algorithms(mode: true, warn_only: false);
    }

    /// <summary>Refuses early what <see cref="Begin"/> would refuse.</summary>
    /// <param name="device">Where the work runs.</param>
    /// <exception cref="EngineException">On CUDA, where cuBLAS would choose its workspace anew each time.</exception>
    public static void Require(Device device)
    {
        if (device.type == DeviceType.CUDA && !Fixed.Contains(Environment.GetEnvironmentVariable(Workspace)))
            throw new EngineException($"cuBLAS is deterministic with a workspace of fixed size alone. Set {Workspace}={Fixed[0]} before the start.");
    }

    /// <summary>Whether libtorch said that an operator has no deterministic form.</summary>
    /// <param name="error">What an operator threw.</param>
    public static bool IsRefusal(Exception error) => error.Message.Contains("does not have a deterministic implementation", StringComparison.Ordinal);
}
