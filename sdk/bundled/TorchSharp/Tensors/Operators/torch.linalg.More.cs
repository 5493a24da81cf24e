using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    private static readonly long[] LastTwo = [-2, -1];

    public static partial class linalg
    {
        /// <summary>Which parts of Q and R are computed.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced) => Aten.qr.Call2(input, mode switch
        {
            QRMode.Complete => "complete",
            QRMode.R => "r",
            _ => "reduced",
        });

        /// <summary>Eigenvalues and eigenvectors of a Hermitian matrix, of which only one triangle is read.</summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => Aten.eigh.Call2(input, UPLO.ToString());

        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => Aten.eigvalsh.Call(input, UPLO.ToString());

        public static Tensor cond(Tensor input, int p) => Aten.cond.Call(input, p);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.norm.Call(input, ord, dims, keepdim);

        /// <summary>The matrix X with the least |AX - B|, the residuals, the rank and the singular values.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            LeastSquares(input, other, null);

        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(
            Tensor input, Tensor other, double rcond) => LeastSquares(input, other, rcond);

        private static (Tensor, Tensor, Tensor, Tensor) LeastSquares(Tensor input, Tensor other, double? rcond)
        {
            var results = Aten.lstsq.CallMany(input, other, rcond, Arg.None);
            return (results[0], results[1], results[2], results[3]);
        }
    }

    public static partial class special
    {
        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();
    }

    private static Tensor Into(Tensor? target, Operator op, Operator opOut, params ReadOnlySpan<Arg> args)
    {
        if (target is null)
            return op.Call(args);
        opOut.CallVoid([.. args, target]);
        return target;
    }
}

file static class Aten
{
    public static readonly Operator qr = new("aten::linalg_qr");
    public static readonly Operator eigh = new("aten::linalg_eigh");
    public static readonly Operator eigvalsh = new("aten::linalg_eigvalsh");
    public static readonly Operator cond = new("aten::linalg_cond");
    public static readonly Operator norm = new("aten::linalg_norm");
    public static readonly Operator lstsq = new("aten::linalg_lstsq");
}
