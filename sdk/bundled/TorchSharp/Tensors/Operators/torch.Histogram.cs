using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Counts (or weights, or their density) in equal bins between the given limits, and the edges of the bins.</summary>
    /// <param name="input">The values.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="range">The lowest and the highest edge; the smallest and largest value by default.</param>
    /// <param name="weight">What each value counts; 1 by default.</param>
    /// <param name="density">Divide by the sum and by each bin's width.</param>
    public static (Tensor hist, Tensor bin_edges) histogram(
        Tensor input, long bins, (double, double)? range = null, Tensor? weight = null, bool density = false) =>
        Aten.histogram.Call2(
            input, bins, range is var (low, high) ? (double[])[low, high] : Arg.None, weight, density);
}

file static class Aten
{
    public static readonly Operator histogram = new("aten::histogram", "bin_ct");
}
