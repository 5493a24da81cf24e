using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Combines the slices of <paramref name="source"/> with those of the input that the index names.</summary>
    public static Tensor index_reduce(
        Tensor input, long dim, Tensor index, Tensor source, Reduce reduce, bool include_self = true) =>
        Aten.index_reduce.Call(input, dim, index, source, reduce.ToString(), include_self);
}

file static class Aten
{
    public static readonly Operator index_reduce = new("aten::index_reduce");
}
