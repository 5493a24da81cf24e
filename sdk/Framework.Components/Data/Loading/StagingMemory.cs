using System.Runtime.InteropServices;
using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>Memory that batches are written into; a GPU can read the pinned kind by itself.</summary>
internal static class StagingMemory
{
    public static torch.Tensor Zeros(long[] shape, bool pinned, torch.ScalarType type = torch.ScalarType.Float32) =>
        pinned ? Pinned.Empty(shape, type).zero_() : torch.zeros(shape, dtype: type);

    public static Span<float> Floats(torch.Tensor tensor) => MemoryMarshal.Cast<byte, float>(tensor.bytes);
}
