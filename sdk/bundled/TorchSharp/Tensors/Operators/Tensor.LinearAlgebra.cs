using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm.Call(this, batch1, batch2, beta, alpha);
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.addbmm_.CallInPlace(this, batch1, batch2, beta, alpha);
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) => Aten.addmm.Call(this, mat1, mat2, beta, alpha);
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1, float alpha = 1) =>
            Aten.addmm_.CallInPlace(this, mat1, mat2, beta, alpha);
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) => Aten.addmv.Call(this, mat, vec, beta, alpha);
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1, float alpha = 1) =>
            Aten.addmv_.CallInPlace(this, mat, vec, beta, alpha);
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) => Aten.addr.Call(this, vec1, vec2, beta, alpha);
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1, float alpha = 1) =>
            Aten.addr_.CallInPlace(this, vec1, vec2, beta, alpha);
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1, float alpha = 1) =>
            Aten.baddbmm.Call(this, batch1, batch2, beta, alpha);
        public Tensor bmm(Tensor batch2) => Aten.bmm.Call(this, batch2);
        public Tensor cholesky(bool upper = false) => Aten.cholesky.Call(this, upper);
        public Tensor cholesky_inverse(bool upper = false) => Aten.cholesky_inverse.Call(this, upper);
        public Tensor cholesky_solve(Tensor input2, bool upper = false) => Aten.cholesky_solve.Call(this, input2, upper);
        public Tensor dot(Tensor target) => Aten.dot.Call(this, target);
        public (Tensor a, Tensor tau) geqrf() => Aten.geqrf.Call2(this);
        public Tensor ger(Tensor vec2) => Aten.ger.Call(this, vec2);
        public Tensor inner(Tensor vec2) => Aten.inner.Call(this, vec2);
        public Tensor inverse() => Aten.inverse.Call(this);
        public Tensor kron(Tensor other) => Aten.kron.Call(this, other);
        public Tensor matmul(Tensor target) => Aten.matmul.Call(this, target);
        public Tensor matrix_exp() => Aten.matrix_exp.Call(this);
        public Tensor matrix_power(int n) => Aten.matrix_power.Call(this, n);
        public Tensor mm(Tensor target) => Aten.mm.Call(this, target);
        public Tensor mv(Tensor target) => Aten.mv.Call(this, target);
        public Tensor ormqr(Tensor tau, Tensor other, bool left = true, bool transpose = false) =>
            Aten.ormqr.Call(this, tau, other, left, transpose);
        public Tensor outer(Tensor vec2) => Aten.outer.Call(this, vec2);
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2) => Aten.tensordot.Call(this, b, dims1, dims2);
        public Tensor vdot(Tensor target) => Aten.vdot.Call(this, target);
    }
}

file static class Aten
{
    public static readonly Operator addbmm = new("aten::addbmm");
    public static readonly Operator addbmm_ = new("aten::addbmm_");
    public static readonly Operator addmm = new("aten::addmm");
    public static readonly Operator addmm_ = new("aten::addmm_");
    public static readonly Operator addmv = new("aten::addmv");
    public static readonly Operator addmv_ = new("aten::addmv_");
    public static readonly Operator addr = new("aten::addr");
    public static readonly Operator addr_ = new("aten::addr_");
    public static readonly Operator baddbmm = new("aten::baddbmm");
    public static readonly Operator bmm = new("aten::bmm");
    public static readonly Operator cholesky = new("aten::linalg_cholesky"); // aten::cholesky is gone since 2.14
    public static readonly Operator cholesky_inverse = new("aten::cholesky_inverse");
    public static readonly Operator cholesky_solve = new("aten::cholesky_solve");
    public static readonly Operator dot = new("aten::dot");
    public static readonly Operator geqrf = new("aten::geqrf");
    public static readonly Operator ger = new("aten::ger");
    public static readonly Operator inner = new("aten::inner");
    public static readonly Operator inverse = new("aten::inverse");
    public static readonly Operator kron = new("aten::kron");
    public static readonly Operator matmul = new("aten::matmul");
    public static readonly Operator matrix_exp = new("aten::matrix_exp");
    public static readonly Operator matrix_power = new("aten::matrix_power");
    public static readonly Operator mm = new("aten::mm");
    public static readonly Operator mv = new("aten::mv");
    public static readonly Operator ormqr = new("aten::ormqr");
    public static readonly Operator outer = new("aten::outer");
    public static readonly Operator tensordot = new("aten::tensordot");
    public static readonly Operator vdot = new("aten::vdot");
}
