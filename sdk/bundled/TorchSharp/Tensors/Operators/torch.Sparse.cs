using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A sparse tensor: the elements at the given coordinates (one row a dimension), 0 elsewhere.</summary>
    public static Tensor sparse_coo_tensor(
        Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        RefuseNames(names);
        return Finished(Aten.sparse_coo_tensor.Call(indices, values, size, dtype ?? values.dtype, Arg.None, device), requires_grad);
    }

    /// <inheritdoc cref="sparse_coo_tensor"/>
    public static Tensor sparse(
        Tensor indices, Tensor values, long[] size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null) => sparse_coo_tensor(indices, values, size, dtype, device, requires_grad, names);

    public partial class Tensor
    {
        /// <summary>The coordinates of a sparse tensor's elements, as stored.</summary>
        public Tensor SparseIndices => Aten._indices.Call(this);

        /// <summary>A sparse tensor's elements, as stored.</summary>
        public Tensor SparseValues => Aten._values.Call(this);
    }
}

file static class Aten
{
    public static readonly Operator sparse_coo_tensor = new("aten::sparse_coo_tensor", "indices_size");
    public static readonly Operator _indices = new("aten::_indices");
    public static readonly Operator _values = new("aten::_values");
}
