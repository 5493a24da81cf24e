using TorchSharp;

namespace Framework.Components.Tests;

internal static class LiveTensors
{
    /// <summary>Tensors alive once the collector has freed what earlier tests left behind, so that it frees nothing while a test counts.</summary>
    public static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return torch.Tensor.TotalCount;
    }
}
