using TorchSharp;

namespace Framework.Host.Tests.Engines;

/// <summary>A fact about machines without a GPU; skipped, by name, where there is one.</summary>
public sealed class NoGpuFactAttribute : FactAttribute
{
    public NoGpuFactAttribute() => Skip = torch.cuda.is_available() ? "needs a machine without a GPU" : null;
}
