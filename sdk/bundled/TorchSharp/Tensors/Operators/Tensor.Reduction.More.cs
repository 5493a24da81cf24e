using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1], keepdim, type);

        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum((long[])[dim0, dim1, dim2], keepdim, type);

        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amax, Aten.amax_out, dims, keepdim);

        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Aten.amin, Aten.amin_out, dims, keepdim);

        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null) =>
            Aten.nanmean.Call(this, dim is int given ? given : Arg.None, keepdim, dtype);

        public Tensor norm(int dim, bool keepdim = false, float p = 2) => Aten.norm.Call(this, p, (long)dim, keepdim);

        /// <summary>How many elements are not 0, along the given dimensions or in all.</summary>
        public Tensor count_nonzero(long[]? dims = null) =>
            dims is null ? Aten.count_nonzero.Call(this) : Aten.count_nonzero_dims.Call(this, dims);

        /// <summary>The k-th smallest element along a dimension, by default the last.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            Aten.kthvalue.Call2(this, k, dim ?? -1, keepdim);

        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
            input.kthvalue(k, dim, keepdim);

        public (Tensor values, Tensor indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            Aten.sort.Call2(this, stable, dim, descending);

        /// <summary>The different elements, where each came from, and how often it occurs; what was not asked for is empty.</summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) => dim is int along
            ? Aten.unique_dim.Call3(this, along, sorted, return_inverse, return_counts)
            : Aten.unique.Call3(this, sorted, return_inverse, return_counts);

        /// <summary>As <see cref="eq(Tensor)"/>: element by element.</summary>
        public Tensor equal(Tensor target) => eq(target);

        private Tensor Into(Tensor? target, Operator op, Operator opOut, long[] dims, bool keepdim)
        {
            if (target is null)
                return op.Call(this, dims, keepdim);
            opOut.CallVoid(this, dims, keepdim, target);
            return target;
        }
    }
}

file static class Aten
{
    public static readonly Operator amax = new("aten::amax");
    public static readonly Operator amax_out = new("aten::amax", "out");
    public static readonly Operator amin = new("aten::amin");
    public static readonly Operator amin_out = new("aten::amin", "out");
    public static readonly Operator nanmean = new("aten::nanmean");
    public static readonly Operator norm = new("aten::norm", "ScalarOpt_dim");
    public static readonly Operator count_nonzero = new("aten::count_nonzero");
    public static readonly Operator count_nonzero_dims = new("aten::count_nonzero", "dim_IntList");
    public static readonly Operator kthvalue = new("aten::kthvalue");
    public static readonly Operator sort = new("aten::sort", "stable");
    public static readonly Operator unique = new("aten::_unique2");
    public static readonly Operator unique_dim = new("aten::unique_dim");
}
