using static TorchSharp.torch;

namespace Framework.Torch.Tests;

/// <summary>A fact that needs CUDA devices; skipped, by name, where there are too few.</summary>
public sealed class CudaFactAttribute : FactAttribute
{
    /// <param name="devices">How many.</param>
    public CudaFactAttribute(int devices = 1) => Skip = (cuda.is_available() ? cuda.device_count() : 0) >= devices ? null
        : devices == 1 ? "needs a CUDA device, which is not here"
        : $"needs {devices} CUDA devices, which are not here";
}
