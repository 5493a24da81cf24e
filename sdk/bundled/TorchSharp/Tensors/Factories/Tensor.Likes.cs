using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Type and device are this tensor's own unless they are given.
    public partial class Tensor
    {
        public Tensor zeros_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.zeros_like.Call(this, dtype, Arg.None, device), requires_grad);

        public Tensor ones_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.ones_like.Call(this, dtype, Arg.None, device), requires_grad);

        public Tensor empty_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.empty_like.Call(this, dtype, Arg.None, device), requires_grad);

        public Tensor full_like(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.full_like.Call(this, value, dtype, Arg.None, device), requires_grad);

        public Tensor rand_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.rand_like.Call(this, dtype, Arg.None, device), requires_grad);

        public Tensor randn_like(ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.randn_like.Call(this, dtype, Arg.None, device), requires_grad);

        public Tensor randint_like(
            long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
            Finished(Aten.randint_like.Call(this, low, high, dtype, Arg.None, device), requires_grad);
    }
}

file static class Aten
{
    public static readonly Operator zeros_like = new("aten::zeros_like");
    public static readonly Operator ones_like = new("aten::ones_like");
    public static readonly Operator empty_like = new("aten::empty_like");
    public static readonly Operator full_like = new("aten::full_like");
    public static readonly Operator rand_like = new("aten::rand_like");
    public static readonly Operator randn_like = new("aten::randn_like");
    public static readonly Operator randint_like = new("aten::randint_like", "low_dtype");
}
