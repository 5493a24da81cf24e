using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The derivative along one dimension, or along each, from differences of neighbours.</summary>
    /// <param name="input">Values on a regular grid.</param>
    /// <param name="spacing">The distance between neighbours.</param>
    /// <param name="dim">Along which dimension; all by default.</param>
    /// <param name="edge_order">1 or 2: how many neighbours count at the edges.</param>
    public static ICollection<Tensor> gradient(Tensor input, int spacing = 1, long? dim = null, int edge_order = 1) =>
        Aten.gradient.CallMany(input, spacing, dim, edge_order);

    /// <inheritdoc cref="gradient(Tensor, int, long?, int)"/>
    public static ICollection<Tensor> gradient(Tensor input, int spacing = 1, long[]? dims = null, int edge_order = 1) => dims is null
        ? Aten.gradient.CallMany(input, spacing, Arg.None, edge_order)
        : Aten.gradient_dims.CallMany(input, spacing, dims, edge_order);
}

file static class Aten
{
    public static readonly Operator gradient = new("aten::gradient", "scalarint");
    public static readonly Operator gradient_dims = new("aten::gradient", "scalararray");
}
