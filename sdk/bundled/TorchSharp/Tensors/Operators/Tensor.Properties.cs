using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor dequantize() => Aten.dequantize_self.Call(this);
        public Tensor int_repr() => Aten.int_repr.Call(this);
        public bool is_complex() => Aten.is_complex.CallBool(this);
        public bool is_conj() => Aten.is_conj.CallBool(this);
        public bool is_floating_point() => Aten.is_floating_point.CallBool(this);
        public bool is_neg() => Aten.is_neg.CallBool(this);
        public bool is_nonzero() => Aten.is_nonzero.CallBool(this);
        public Tensor pin_memory() => Aten.pin_memory.Call(this);
        public long q_per_channel_axis() => Aten.q_per_channel_axis.CallLong(this);
        public Tensor q_per_channel_scales() => Aten.q_per_channel_scales.Call(this);
        public Tensor q_per_channel_zero_points() => Aten.q_per_channel_zero_points.Call(this);
        public double q_scale() => Aten.q_scale.CallDouble(this);
        public long q_zero_point() => Aten.q_zero_point.CallLong(this);
        public Tensor to_dense() => Aten.to_dense.Call(this);
        public Tensor to_sparse() => Aten.to_sparse.Call(this);
        public Tensor to_sparse(int sparse_dim) => Aten.to_sparse_sparse_dim.Call(this, sparse_dim);
    }
}

file static class Aten
{
    public static readonly Operator dequantize_self = new("aten::dequantize", "self");
    public static readonly Operator int_repr = new("aten::int_repr");
    public static readonly Operator is_complex = new("aten::is_complex");
    public static readonly Operator is_conj = new("aten::is_conj");
    public static readonly Operator is_floating_point = new("aten::is_floating_point");
    public static readonly Operator is_neg = new("aten::is_neg");
    public static readonly Operator is_nonzero = new("aten::is_nonzero");
    public static readonly Operator pin_memory = new("aten::pin_memory");
    public static readonly Operator q_per_channel_axis = new("aten::q_per_channel_axis");
    public static readonly Operator q_per_channel_scales = new("aten::q_per_channel_scales");
    public static readonly Operator q_per_channel_zero_points = new("aten::q_per_channel_zero_points");
    public static readonly Operator q_scale = new("aten::q_scale");
    public static readonly Operator q_zero_point = new("aten::q_zero_point");
    public static readonly Operator to_dense = new("aten::to_dense");
    public static readonly Operator to_sparse = new("aten::to_sparse");
    public static readonly Operator to_sparse_sparse_dim = new("aten::to_sparse", "sparse_dim");
}
