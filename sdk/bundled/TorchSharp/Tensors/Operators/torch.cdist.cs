using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The p-distance of every row of one matrix from every row of the other.</summary>
    public static Tensor cdist(
        Tensor x1, Tensor x2, double p = 2, compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
        Aten.cdist.Call(x1, x2, p, (long)compute_mode);
}

file static class Aten
{
    public static readonly Operator cdist = new("aten::cdist");
}
