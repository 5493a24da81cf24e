using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // These make this tensor anew, with the given size.
    public partial class Tensor
    {
        public Tensor empty(params long[] sizes) => Remade(Aten.empty, sizes);
        public Tensor zeros(params long[] sizes) => Remade(Aten.zeros, sizes);
        public Tensor ones(params long[] sizes) => Remade(Aten.ones, sizes);
        public Tensor rand_out(params long[] sizes) => Remade(Aten.rand, sizes);
        public Tensor randn_out(params long[] sizes) => Remade(Aten.randn, sizes);
        public Tensor full(ReadOnlySpan<long> sizes, Scalar value) => full(sizes.ToArray(), value);

        public Tensor full(long[] sizes, Scalar value)
        {
            Aten.full.CallVoid(sizes, value, this);
            return this;
        }

        public Tensor eye(long rows, long columns)
        {
            Aten.eye.CallVoid(rows, columns, this);
            return this;
        }

        public Tensor arange_out(Scalar start, Scalar stop, Scalar step)
        {
            Aten.arange.CallVoid(start, stop, step, this);
            return this;
        }

        public Tensor randint_out(long high, long[] sizes)
        {
            Aten.randint.CallVoid(high, sizes, this);
            return this;
        }

        public Tensor randperm_out(long n)
        {
            Aten.randperm.CallVoid(n, this);
            return this;
        }

        private Tensor Remade(Operator op, long[] sizes)
        {
            if (op == Aten.empty)
                op.CallVoid(sizes, Arg.None, this);
            else
                op.CallVoid(sizes, this);
            return this;
        }
    }

    public static Tensor rand_out(Tensor input, params long[] sizes) => input.rand_out(sizes);
    public static Tensor randint_out(Tensor input, long high, long[] sizes) => input.randint_out(high, sizes);
    public static Tensor randperm_out(Tensor input, long n) => input.randperm_out(n);
}

file static class Aten
{
    public static readonly Operator empty = new("aten::empty", "out");
    public static readonly Operator zeros = new("aten::zeros", "out");
    public static readonly Operator ones = new("aten::ones", "out");
    public static readonly Operator rand = new("aten::rand", "out");
    public static readonly Operator randn = new("aten::randn", "out");
    public static readonly Operator full = new("aten::full", "out");
    public static readonly Operator eye = new("aten::eye", "m_out");
    public static readonly Operator arange = new("aten::arange", "start_out");
    public static readonly Operator randint = new("aten::randint", "out");
    public static readonly Operator randperm = new("aten::randperm", "out");
}
