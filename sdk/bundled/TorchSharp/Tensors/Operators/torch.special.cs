using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions: the operators of torch.special.</summary>
    public static partial class special
    {
        public static Tensor airy_ai(Tensor input, Tensor? @out = null) => Into(@out, Aten.airy_ai, Aten.airy_ai_out, input);
        public static Tensor bessel_j0(Tensor input, Tensor? @out = null) => Into(@out, Aten.bessel_j0, Aten.bessel_j0_out, input);
        public static Tensor bessel_j1(Tensor input, Tensor? @out = null) => Into(@out, Aten.bessel_j1, Aten.bessel_j1_out, input);
        public static Tensor bessel_y0(Tensor input, Tensor? @out = null) => Into(@out, Aten.bessel_y0, Aten.bessel_y0_out, input);
        public static Tensor bessel_y1(Tensor input, Tensor? @out = null) => Into(@out, Aten.bessel_y1, Aten.bessel_y1_out, input);
        public static Tensor chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.chebyshev_polynomial_t, Aten.chebyshev_polynomial_t_out, x, n);
        public static Tensor chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.chebyshev_polynomial_u, Aten.chebyshev_polynomial_u_out, x, n);
        public static Tensor chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.chebyshev_polynomial_v, Aten.chebyshev_polynomial_v_out, x, n);
        public static Tensor chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.chebyshev_polynomial_w, Aten.chebyshev_polynomial_w_out, x, n);
        public static Tensor digamma(Tensor input) => Aten.digamma.Call(input);
        public static Tensor entr(Tensor input) => Aten.entr.Call(input);
        public static Tensor erf(Tensor input) => Aten.erf.Call(input);
        public static Tensor erfc(Tensor input) => Aten.erfc.Call(input);
        public static Tensor erfcx(Tensor input) => Aten.erfcx.Call(input);
        public static Tensor erfinv(Tensor input) => Aten.erfinv.Call(input);
        public static Tensor exp2(Tensor input) => Aten.exp2.Call(input);
        public static Tensor expit(Tensor input) => Aten.expit.Call(input);
        public static Tensor expm1(Tensor input) => Aten.expm1.Call(input);
        public static Tensor gammainc(Tensor input, Tensor other) => Aten.gammainc.Call(input, other);
        public static Tensor gammaincc(Tensor input, Tensor other) => Aten.gammaincc.Call(input, other);
        public static Tensor gammaln(Tensor input) => Aten.gammaln.Call(input);
        public static Tensor hermite_polynomial_h(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.hermite_polynomial_h, Aten.hermite_polynomial_h_out, x, n);
        public static Tensor hermite_polynomial_he(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.hermite_polynomial_he, Aten.hermite_polynomial_he_out, x, n);
        public static Tensor i0(Tensor input) => Aten.i0.Call(input);
        public static Tensor i0e(Tensor input) => Aten.i0e.Call(input);
        public static Tensor i1(Tensor input) => Aten.i1.Call(input);
        public static Tensor i1e(Tensor input) => Aten.i1e.Call(input);
        public static Tensor laguerre_polynomial_l(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.laguerre_polynomial_l, Aten.laguerre_polynomial_l_out, x, n);
        public static Tensor legendre_polynomial_p(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.legendre_polynomial_p, Aten.legendre_polynomial_p_out, x, n);
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.log_softmax.Call(input, dim, dtype);
        public static Tensor logit(Tensor input) => Aten.logit.Call(input);
        public static Tensor modified_bessel_i0(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.modified_bessel_i0, Aten.modified_bessel_i0_out, input);
        public static Tensor modified_bessel_i1(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.modified_bessel_i1, Aten.modified_bessel_i1_out, input);
        public static Tensor modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.modified_bessel_k0, Aten.modified_bessel_k0_out, input);
        public static Tensor modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.modified_bessel_k1, Aten.modified_bessel_k1_out, input);
        public static Tensor multigammaln(Tensor input, long p) => Aten.multigammaln.Call(input, p);
        public static Tensor ndtr(Tensor input) => Aten.ndtr.Call(input);
        public static Tensor ndtri(Tensor input) => Aten.ndtri.Call(input);
        public static Tensor polygamma(long n, Tensor input) => Aten.polygamma.Call(n, input);
        public static Tensor psi(Tensor input) => Aten.psi.Call(input);
        public static Tensor scaled_modified_bessel_k0(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.scaled_modified_bessel_k0, Aten.scaled_modified_bessel_k0_out, input);
        public static Tensor scaled_modified_bessel_k1(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.scaled_modified_bessel_k1, Aten.scaled_modified_bessel_k1_out, input);
        public static Tensor shifted_chebyshev_polynomial_t(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.shifted_chebyshev_polynomial_t, Aten.shifted_chebyshev_polynomial_t_out, x, n);
        public static Tensor shifted_chebyshev_polynomial_u(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.shifted_chebyshev_polynomial_u, Aten.shifted_chebyshev_polynomial_u_out, x, n);
        public static Tensor shifted_chebyshev_polynomial_v(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.shifted_chebyshev_polynomial_v, Aten.shifted_chebyshev_polynomial_v_out, x, n);
        public static Tensor shifted_chebyshev_polynomial_w(Tensor x, Tensor n, Tensor? @out = null) =>
            Into(@out, Aten.shifted_chebyshev_polynomial_w, Aten.shifted_chebyshev_polynomial_w_out, x, n);
        public static Tensor sinc(Tensor input) => Aten.sinc.Call(input);
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => Aten.softmax.Call(input, dim, dtype);
        public static Tensor spherical_bessel_j0(Tensor input, Tensor? @out = null) =>
            Into(@out, Aten.spherical_bessel_j0, Aten.spherical_bessel_j0_out, input);
        public static Tensor xlog1py(Tensor input, Tensor other) => Aten.xlog1py.Call(input, other);
        public static Tensor zeta(Tensor x, Tensor q) => Aten.zeta.Call(x, q);
    }
}

file static class Aten
{
    public static readonly Operator airy_ai = new("aten::special_airy_ai");
    public static readonly Operator airy_ai_out = new("aten::special_airy_ai", "out");
    public static readonly Operator bessel_j0 = new("aten::special_bessel_j0");
    public static readonly Operator bessel_j0_out = new("aten::special_bessel_j0", "out");
    public static readonly Operator bessel_j1 = new("aten::special_bessel_j1");
    public static readonly Operator bessel_j1_out = new("aten::special_bessel_j1", "out");
    public static readonly Operator bessel_y0 = new("aten::special_bessel_y0");
    public static readonly Operator bessel_y0_out = new("aten::special_bessel_y0", "out");
    public static readonly Operator bessel_y1 = new("aten::special_bessel_y1");
    public static readonly Operator bessel_y1_out = new("aten::special_bessel_y1", "out");
    public static readonly Operator chebyshev_polynomial_t = new("aten::special_chebyshev_polynomial_t");
    public static readonly Operator chebyshev_polynomial_t_out = new("aten::special_chebyshev_polynomial_t", "out");
    public static readonly Operator chebyshev_polynomial_u = new("aten::special_chebyshev_polynomial_u");
    public static readonly Operator chebyshev_polynomial_u_out = new("aten::special_chebyshev_polynomial_u", "out");
    public static readonly Operator chebyshev_polynomial_v = new("aten::special_chebyshev_polynomial_v");
    public static readonly Operator chebyshev_polynomial_v_out = new("aten::special_chebyshev_polynomial_v", "out");
    public static readonly Operator chebyshev_polynomial_w = new("aten::special_chebyshev_polynomial_w");
    public static readonly Operator chebyshev_polynomial_w_out = new("aten::special_chebyshev_polynomial_w", "out");
    public static readonly Operator digamma = new("aten::special_digamma");
    public static readonly Operator entr = new("aten::special_entr");
    public static readonly Operator erf = new("aten::special_erf");
    public static readonly Operator erfc = new("aten::special_erfc");
    public static readonly Operator erfcx = new("aten::special_erfcx");
    public static readonly Operator erfinv = new("aten::special_erfinv");
    public static readonly Operator exp2 = new("aten::special_exp2");
    public static readonly Operator expit = new("aten::special_expit");
    public static readonly Operator expm1 = new("aten::special_expm1");
    public static readonly Operator gammainc = new("aten::special_gammainc");
    public static readonly Operator gammaincc = new("aten::special_gammaincc");
    public static readonly Operator gammaln = new("aten::special_gammaln");
    public static readonly Operator hermite_polynomial_h = new("aten::special_hermite_polynomial_h");
    public static readonly Operator hermite_polynomial_h_out = new("aten::special_hermite_polynomial_h", "out");
    public static readonly Operator hermite_polynomial_he = new("aten::special_hermite_polynomial_he");
    public static readonly Operator hermite_polynomial_he_out = new("aten::special_hermite_polynomial_he", "out");
    public static readonly Operator i0 = new("aten::special_i0");
    public static readonly Operator i0e = new("aten::special_i0e");
    public static readonly Operator i1 = new("aten::special_i1");
    public static readonly Operator i1e = new("aten::special_i1e");
    public static readonly Operator laguerre_polynomial_l = new("aten::special_laguerre_polynomial_l");
    public static readonly Operator laguerre_polynomial_l_out = new("aten::special_laguerre_polynomial_l", "out");
    public static readonly Operator legendre_polynomial_p = new("aten::special_legendre_polynomial_p");
    public static readonly Operator legendre_polynomial_p_out = new("aten::special_legendre_polynomial_p", "out");
    public static readonly Operator log_softmax = new("aten::special_log_softmax");
    public static readonly Operator logit = new("aten::special_logit");
    public static readonly Operator modified_bessel_i0 = new("aten::special_modified_bessel_i0");
    public static readonly Operator modified_bessel_i0_out = new("aten::special_modified_bessel_i0", "out");
    public static readonly Operator modified_bessel_i1 = new("aten::special_modified_bessel_i1");
    public static readonly Operator modified_bessel_i1_out = new("aten::special_modified_bessel_i1", "out");
    public static readonly Operator modified_bessel_k0 = new("aten::special_modified_bessel_k0");
    public static readonly Operator modified_bessel_k0_out = new("aten::special_modified_bessel_k0", "out");
    public static readonly Operator modified_bessel_k1 = new("aten::special_modified_bessel_k1");
    public static readonly Operator modified_bessel_k1_out = new("aten::special_modified_bessel_k1", "out");
    public static readonly Operator multigammaln = new("aten::special_multigammaln");
    public static readonly Operator ndtr = new("aten::special_ndtr");
    public static readonly Operator ndtri = new("aten::special_ndtri");
    public static readonly Operator polygamma = new("aten::special_polygamma");
    public static readonly Operator psi = new("aten::special_psi");
    public static readonly Operator scaled_modified_bessel_k0 = new("aten::special_scaled_modified_bessel_k0");
    public static readonly Operator scaled_modified_bessel_k0_out = new("aten::special_scaled_modified_bessel_k0", "out");
    public static readonly Operator scaled_modified_bessel_k1 = new("aten::special_scaled_modified_bessel_k1");
    public static readonly Operator scaled_modified_bessel_k1_out = new("aten::special_scaled_modified_bessel_k1", "out");
    public static readonly Operator shifted_chebyshev_polynomial_t = new("aten::special_shifted_chebyshev_polynomial_t");
    public static readonly Operator shifted_chebyshev_polynomial_t_out = new("aten::special_shifted_chebyshev_polynomial_t", "out");
    public static readonly Operator shifted_chebyshev_polynomial_u = new("aten::special_shifted_chebyshev_polynomial_u");
    public static readonly Operator shifted_chebyshev_polynomial_u_out = new("aten::special_shifted_chebyshev_polynomial_u", "out");
    public static readonly Operator shifted_chebyshev_polynomial_v = new("aten::special_shifted_chebyshev_polynomial_v");
    public static readonly Operator shifted_chebyshev_polynomial_v_out = new("aten::special_shifted_chebyshev_polynomial_v", "out");
    public static readonly Operator shifted_chebyshev_polynomial_w = new("aten::special_shifted_chebyshev_polynomial_w");
    public static readonly Operator shifted_chebyshev_polynomial_w_out = new("aten::special_shifted_chebyshev_polynomial_w", "out");
    public static readonly Operator sinc = new("aten::special_sinc");
    public static readonly Operator softmax = new("aten::special_softmax");
    public static readonly Operator spherical_bessel_j0 = new("aten::special_spherical_bessel_j0");
    public static readonly Operator spherical_bessel_j0_out = new("aten::special_spherical_bessel_j0", "out");
    public static readonly Operator xlog1py = new("aten::special_xlog1py");
    public static readonly Operator zeta = new("aten::special_zeta");
}
