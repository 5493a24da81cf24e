using Framework.Torch.Interop;
using static TorchSharp.torch;

namespace Framework.Torch;

/// <summary>Memory of the host that a GPU reads by itself: copies from it go on while the processor does something else.</summary>
/// <remarks>
/// <c>tensor.to(device, non_blocking: true)</c> does not wait then. Whoever writes the memory again must know that the copy is over, for instance because a result
/// that depends on it has come back.
/// </remarks>
public static class Pinned
{
    private static readonly NativeOperator EmptyOperator = new("aten::empty", "memory_format");

    /// <summary>A tensor in pinned memory; what is in it is arbitrary.</summary>
    /// <param name="shape">Its sizes.</param>
    /// <param name="type">Its elements. Default: Float32.</param>
    /// <exception cref="EngineException">There is no CUDA device.</exception>
    public static Tensor Empty(long[] shape, ScalarType type = ScalarType.Float32)
    {
        if (!cuda.is_available())
            throw new EngineException("Pinned memory is for copies to a CUDA device, and this machine has none. Use ordinary memory.");
        if (Engine.IsAvailable)
            return EmptyOperator.Call(shape, (long)type, Argument.None, Argument.None, true);
        // TorchSharp itself can only pin a copy.
        using var pageable = empty(shape, dtype: type);
        return pageable.pin_memory();
    }
}
