using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra: the operators of torch.linalg.</summary>
    public static partial class linalg
    {
        public static Tensor cholesky(Tensor input) => Aten.cholesky.Call(input);
        public static (Tensor L, Tensor info) cholesky_ex(Tensor input, bool check_errors = false) =>
            Aten.cholesky_ex.Call2(input, false, check_errors); // the lower one
        public static Tensor cond(Tensor input) => Aten.cond.Call(input);
        public static Tensor cond(Tensor input, double p) => Aten.cond.Call(input, p);
        public static Tensor cond(Tensor input, string p) => Aten.cond_p_str.Call(input, p);
        public static Tensor cross(Tensor input, Tensor other, long dim = -1) => Aten.cross.Call(input, other, dim);
        public static Tensor det(Tensor input) => Aten.det.Call(input);
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) =>
            Aten.diagonal.Call(input, offset, dim1, dim2);
        public static (Tensor, Tensor) eig(Tensor input) => Aten.eig.Call2(input);
        public static Tensor eigvals(Tensor input) => Aten.eigvals.Call(input);
        public static Tensor householder_product(Tensor A, Tensor tau) => Aten.householder_product.Call(A, tau);
        public static Tensor inv(Tensor input) => Aten.inv.Call(input);
        public static (Tensor L, Tensor info) inv_ex(Tensor input, bool check_errors = false) => Aten.inv_ex.Call2(input, check_errors);
        public static (Tensor LU, Tensor Pivots) ldl_factor(Tensor input, bool hermitian = true) => Aten.ldl_factor.Call2(input, hermitian);
        public static (
            Tensor LU, Tensor Pivots, Tensor Info) ldl_factor_ex(Tensor input, bool hermitian = true, bool check_errors = false) =>
            Aten.ldl_factor_ex.Call3(input, hermitian, check_errors);
        public static Tensor ldl_solve(Tensor LD, Tensor pivots, Tensor B, bool hermitian = false) =>
            Aten.ldl_solve.Call(LD, pivots, B, hermitian);
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true) => Aten.lu.Call3(input, pivot);
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true) => Aten.lu_factor.Call2(input, pivot);
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null) =>
            Into(@out, Aten.lu_solve, Aten.lu_solve_out, LU, pivots, B, left, adjoint);
        public static Tensor matrix_exp(Tensor input) => Aten.matrix_exp.Call(input);
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.matrix_norm.Call(input, ord, dims ?? LastTwo, keepdim);
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false) =>
            Aten.matrix_norm_str_ord.Call(input, ord, dims ?? LastTwo, keepdim);
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Aten.matrix_rank_atol_rtol_tensor.Call(input, atol, rtol, hermitian);
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Aten.matrix_rank_atol_rtol_float.Call(input, atol, rtol, hermitian);
        public static Tensor multi_dot(IList<Tensor> tensors) => Aten.multi_dot.Call(tensors.ToArray());
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.norm.Call(input, ord, dims, keepdim);
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.norm.Call(input, Arg.None, dims, keepdim);
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Aten.norm_ord_str.Call(input, ord, dims, keepdim);
        public static Tensor pinv(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false) =>
            Aten.pinv_atol_rtol_tensor.Call(input, atol, rtol, hermitian);
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Aten.pinv_atol_rtol_float.Call(input, atol, rtol, hermitian);
        public static (Tensor res, Tensor logabsdet) slogdet(Tensor input) => Aten.slogdet.Call2(input);
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => Aten.solve.Call(A, B, left);
        public static (Tensor result, Tensor info) solve_ex(Tensor A, Tensor B, bool left = true, bool check_errors = false) =>
            Aten.solve_ex.Call2(A, B, left, check_errors);
        public static Tensor solve_triangular(
            Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false, Tensor? @out = null) =>
            Into(@out, Aten.solve_triangular, Aten.solve_triangular_out, A, B, upper, left, unitriangular);
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) => Aten.svd.Call3(input, fullMatrices);
        public static Tensor svdvals(Tensor input) => Aten.svdvals.Call(input);
        public static Tensor tensorinv(Tensor input, long ind) => Aten.tensorinv.Call(input, ind);
        public static Tensor tensorsolve(Tensor A, Tensor B, long[] dims) => Aten.tensorsolve.Call(A, B, dims);
        public static Tensor vander(Tensor input, long? N = null) => Aten.vander.Call(input, N);
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null) =>
            Into(@out, Aten.vecdot, Aten.vecdot_out, x, y, dim);
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.vector_norm.Call(input, ord, dims, keepdim);
    }
}

file static class Aten
{
    public static readonly Operator cholesky = new("aten::linalg_cholesky");
    public static readonly Operator cholesky_ex = new("aten::linalg_cholesky_ex");
    public static readonly Operator cond = new("aten::linalg_cond");
    public static readonly Operator cond_p_str = new("aten::linalg_cond", "p_str");
    public static readonly Operator cross = new("aten::linalg_cross");
    public static readonly Operator det = new("aten::linalg_det");
    public static readonly Operator diagonal = new("aten::linalg_diagonal");
    public static readonly Operator eig = new("aten::linalg_eig");
    public static readonly Operator eigvals = new("aten::linalg_eigvals");
    public static readonly Operator householder_product = new("aten::linalg_householder_product");
    public static readonly Operator inv = new("aten::linalg_inv");
    public static readonly Operator inv_ex = new("aten::linalg_inv_ex");
    public static readonly Operator ldl_factor = new("aten::linalg_ldl_factor");
    public static readonly Operator ldl_factor_ex = new("aten::linalg_ldl_factor_ex");
    public static readonly Operator ldl_solve = new("aten::linalg_ldl_solve");
    public static readonly Operator lu = new("aten::linalg_lu");
    public static readonly Operator lu_factor = new("aten::linalg_lu_factor");
    public static readonly Operator lu_solve = new("aten::linalg_lu_solve");
    public static readonly Operator lu_solve_out = new("aten::linalg_lu_solve", "out");
    public static readonly Operator matrix_exp = new("aten::linalg_matrix_exp");
    public static readonly Operator matrix_norm = new("aten::linalg_matrix_norm");
    public static readonly Operator matrix_norm_str_ord = new("aten::linalg_matrix_norm", "str_ord");
    public static readonly Operator matrix_rank_atol_rtol_tensor = new("aten::linalg_matrix_rank", "atol_rtol_tensor");
    public static readonly Operator matrix_rank_atol_rtol_float = new("aten::linalg_matrix_rank", "atol_rtol_float");
    public static readonly Operator multi_dot = new("aten::linalg_multi_dot");
    public static readonly Operator norm = new("aten::linalg_norm");
    public static readonly Operator norm_ord_str = new("aten::linalg_norm", "ord_str");
    public static readonly Operator pinv_atol_rtol_tensor = new("aten::linalg_pinv", "atol_rtol_tensor");
    public static readonly Operator pinv_atol_rtol_float = new("aten::linalg_pinv", "atol_rtol_float");
    public static readonly Operator slogdet = new("aten::linalg_slogdet");
    public static readonly Operator solve = new("aten::linalg_solve");
    public static readonly Operator solve_ex = new("aten::linalg_solve_ex");
    public static readonly Operator solve_triangular = new("aten::linalg_solve_triangular");
    public static readonly Operator solve_triangular_out = new("aten::linalg_solve_triangular", "out");
    public static readonly Operator svd = new("aten::linalg_svd");
    public static readonly Operator svdvals = new("aten::linalg_svdvals");
    public static readonly Operator tensorinv = new("aten::linalg_tensorinv");
    public static readonly Operator tensorsolve = new("aten::linalg_tensorsolve");
    public static readonly Operator vander = new("aten::linalg_vander");
    public static readonly Operator vecdot = new("aten::linalg_vecdot");
    public static readonly Operator vecdot_out = new("aten::linalg_vecdot", "out");
    public static readonly Operator vector_norm = new("aten::linalg_vector_norm");
}
