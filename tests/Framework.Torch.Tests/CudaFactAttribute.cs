using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>A fact that needs a CUDA device; skipped, by name, where there is none.</summary>
public sealed class CudaFactAttribute : FactAttribute
{
    public CudaFactAttribute() => Skip = cuda.is_available() ? null : "needs a CUDA device, which is not here";
}
