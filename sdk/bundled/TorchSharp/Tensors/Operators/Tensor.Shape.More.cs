using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Rows and columns swapped; with more dimensions all of them reversed.</summary>
        public Tensor T => Aten.numpy_T.Call(this);

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => Aten.mT.Call(this);

        /// <summary>The last two dimensions swapped, conjugate.</summary>
        public Tensor mH => Aten.mH.Call(this);

        public Tensor H => Aten.matrix_H.Call(this);

        public Tensor real => Aten.real.Call(this);

        public Tensor imag => Aten.imag.Call(this);

        /// <summary>Drops one dimension of size 1, or all of them.</summary>
        public Tensor squeeze(long? dim = null) => dim is long one ? Aten.squeeze_dim.Call(this, one) : Aten.squeeze.Call(this);

        public Tensor squeeze_(long? dim = null) =>
            dim is long one ? Aten.squeeze__dim.CallInPlace(this, one) : Aten.squeeze_.CallInPlace(this);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        public Tensor unflatten(long dim, params long[] sizes)
        {
            var old = shape;
            var at = Dimension((int)dim);
            return view([.. old[..at], .. sizes, .. old[(at + 1)..]]);
        }

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor roll(
            long shifts, long? dims = null) => dims is long one ? roll((long[])[shifts], (long[])[one]) : roll((long[])[shifts]);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            roll((long[])[shifts.Item1, shifts.Item2], (long[])[dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            roll((long[])[shifts.Item1, shifts.Item2, shifts.Item3], (long[])[dims.Item1, dims.Item2, dims.Item3]);

        public Tensor rot90(long k = 1, (long, long)? dims = null)
        {
            var (from, to) = dims ?? (0, 1);
            return Aten.rot90.Call(this, k, (long[])[from, to]);
        }

        public Tensor tensordot(Tensor b, long dims = 2) =>
            tensordot(b, Enumerable.Range(0, (int)dims).Select(i => ndim - dims + i).ToArray(), Enumerable.Range(0, (int)dims).Select(i => (long)i).ToArray());

        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, Array.ConvertAll(dims, pair => pair.Item1), Array.ConvertAll(dims, pair => pair.Item2));

        /// <summary>From <paramref name="start"/> (included) to <paramref name="finish"/> (excluded), every <paramref name="step"/>-th.</summary>
        public Tensor slice(long dim, long start, long finish, long step) => Aten.slice.Call(this, dim, start, finish, step);

        public Tensor vander(long N = -1, bool increasing = false) => Aten.vander.Call(this, N < 0 ? Arg.None : N, increasing);

        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => Aten.pinv.Call(this, rcond, hermitian);
    }
}

file static class Aten
{
    public static readonly Operator numpy_T = new("aten::numpy_T");
    public static readonly Operator mT = new("aten::mT");
    public static readonly Operator mH = new("aten::mH");
    public static readonly Operator matrix_H = new("aten::matrix_H");
    public static readonly Operator real = new("aten::real");
    public static readonly Operator imag = new("aten::imag");
    public static readonly Operator squeeze = new("aten::squeeze");
    public static readonly Operator squeeze_dim = new("aten::squeeze", "dim");
    public static readonly Operator squeeze_ = new("aten::squeeze_");
    public static readonly Operator squeeze__dim = new("aten::squeeze_", "dim");
    public static readonly Operator rot90 = new("aten::rot90");
    public static readonly Operator slice = new("aten::slice", "Tensor");
    public static readonly Operator vander = new("aten::vander");
    public static readonly Operator pinv = new("aten::linalg_pinv");
}
