using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor all() => Aten.all.Call(this);
        public Tensor all(long dim, bool keepdim = false) => Aten.all_dim.Call(this, dim, keepdim);
        public Tensor amax(params long[] dims) => Aten.amax.Call(this, dims);
        public Tensor amin(params long[] dims) => Aten.amin.Call(this, dims);
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false) => Aten.aminmax.Call2(this, dim, keepdim);
        public Tensor any() => Aten.any.Call(this);
        public Tensor any(long dim, bool keepdim = false) => Aten.any_dim.Call(this, dim, keepdim);
        public Tensor argmax() => Aten.argmax.Call(this);
        public Tensor argmax(long dim, bool keepdim = false) => Aten.argmax.Call(this, dim, keepdim);
        public Tensor argmin() => Aten.argmin.Call(this);
        public Tensor argmin(long dim, bool keepdim = false) => Aten.argmin.Call(this, dim, keepdim);
        public Tensor bincount(Tensor? weights, long minlength = 0) => Aten.bincount.Call(this, weights, minlength);
        public Tensor corrcoef() => Aten.corrcoef.Call(this);
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null) =>
            Aten.cov.Call(this, correction, fweights, aweights);
        public (Tensor values, Tensor indices) cummax(long dim) => Aten.cummax.Call2(this, dim);
        public (Tensor values, Tensor indices) cummin(long dim) => Aten.cummin.Call2(this, dim);
        public Tensor cumprod(long dim, ScalarType? type = null) => Aten.cumprod.Call(this, dim, type);
        public Tensor cumsum(long dim, ScalarType? type = null) => Aten.cumsum.Call(this, dim, type);
        public Tensor cumulative_trapezoid(Tensor x, long dim = -1) => Aten.cumulative_trapezoid_x.Call(this, x, dim);
        public Tensor cumulative_trapezoid(double dx = 1, long dim = -1) => Aten.cumulative_trapezoid_dx.Call(this, dx, dim);
        public Tensor det() => Aten.det.Call(this);
        public Tensor diff(long n = 1, long dim = -1, Tensor? prepend = null, Tensor? append = null) =>
            Aten.diff.Call(this, n, dim, prepend, append);
        public Tensor dist(Tensor other, float p = 2) => Aten.dist.Call(this, other, p);
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => Aten.histc.Call(this, bins, min, max);
        public Tensor logdet() => Aten.logdet.Call(this);
        public Tensor logsumexp(long dim, bool keepdim = false) => Aten.logsumexp.Call(this, dim, keepdim);
        public Tensor max() => Aten.max.Call(this);
        public Tensor max(Tensor other) => Aten.max_other.Call(this, other);
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Aten.max_dim.Call2(this, dim, keepdim);
        public Tensor mean() => Aten.mean.Call(this);
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
            Aten.mean_dim.Call(this, dimensions, keepdim, type);
        public Tensor median() => Aten.median.Call(this);
        public Tensor min() => Aten.min.Call(this);
        public Tensor min(Tensor other) => Aten.min_other.Call(this, other);
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Aten.min_dim.Call2(this, dim, keepdim);
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false) => Aten.mode.Call2(this, dim, keepdim);
        public Tensor nanmedian() => Aten.nanmedian.Call(this);
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.nanquantile.Call(this, q, dim, keepdim);
        public Tensor nansum() => Aten.nansum.Call(this);
        public Tensor norm(float p = 2) => Aten.norm_Scalar.Call(this, p);
        public Tensor prod(ScalarType? type = null) => Aten.prod.Call(this, type);
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null) => Aten.prod_dim_int.Call(this, dim, keepdim, type);
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false) => Aten.quantile.Call(this, q, dim, keepdim);
        public Tensor renorm(float p, long dim, float maxnorm) => Aten.renorm.Call(this, p, dim, maxnorm);
        public Tensor std(bool unbiased = true) => Aten.std.Call(this, unbiased);
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => Aten.std_mean.Call2(this, unbiased);
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
            Aten.sum_dim_IntList.Call(this, Arg.Of(dim), keepdim, type);
        public Tensor sum(ScalarType? type = null) => Aten.sum.Call(this, type);
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, dim, keepdim, type);
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) => Aten.sum_dim_IntList.Call(this, dim, keepdim, type);
        public Tensor trace() => Aten.trace.Call(this);
        public Tensor trapezoid(Tensor x, long dim = -1) => Aten.trapezoid_x.Call(this, x, dim);
        public Tensor trapezoid(double dx = 1, long dim = -1) => Aten.trapezoid_dx.Call(this, dx, dim);
        public Tensor var(bool unbiased = true) => Aten.var.Call(this, unbiased);
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => Aten.var_mean.Call2(this, unbiased);
    }
}

file static class Aten
{
    public static readonly Operator all = new("aten::all");
    public static readonly Operator all_dim = new("aten::all", "dim");
    public static readonly Operator amax = new("aten::amax");
    public static readonly Operator amin = new("aten::amin");
    public static readonly Operator aminmax = new("aten::aminmax");
    public static readonly Operator any = new("aten::any");
    public static readonly Operator any_dim = new("aten::any", "dim");
    public static readonly Operator argmax = new("aten::argmax");
    public static readonly Operator argmin = new("aten::argmin");
    public static readonly Operator bincount = new("aten::bincount");
    public static readonly Operator corrcoef = new("aten::corrcoef");
    public static readonly Operator cov = new("aten::cov");
    public static readonly Operator cummax = new("aten::cummax");
    public static readonly Operator cummin = new("aten::cummin");
    public static readonly Operator cumprod = new("aten::cumprod");
    public static readonly Operator cumsum = new("aten::cumsum");
    public static readonly Operator cumulative_trapezoid_x = new("aten::cumulative_trapezoid", "x");
    public static readonly Operator cumulative_trapezoid_dx = new("aten::cumulative_trapezoid", "dx");
    public static readonly Operator det = new("aten::det");
    public static readonly Operator diff = new("aten::diff");
    public static readonly Operator dist = new("aten::dist");
    public static readonly Operator histc = new("aten::histc");
    public static readonly Operator logdet = new("aten::logdet");
    public static readonly Operator logsumexp = new("aten::logsumexp");
    public static readonly Operator max = new("aten::max");
    public static readonly Operator max_other = new("aten::max", "other");
    public static readonly Operator max_dim = new("aten::max", "dim");
    public static readonly Operator mean = new("aten::mean");
    public static readonly Operator mean_dim = new("aten::mean", "dim");
    public static readonly Operator median = new("aten::median");
    public static readonly Operator min = new("aten::min");
    public static readonly Operator min_other = new("aten::min", "other");
    public static readonly Operator min_dim = new("aten::min", "dim");
    public static readonly Operator mode = new("aten::mode");
    public static readonly Operator nanmedian = new("aten::nanmedian");
    public static readonly Operator nanquantile = new("aten::nanquantile");
    public static readonly Operator nansum = new("aten::nansum");
    public static readonly Operator norm_Scalar = new("aten::norm", "Scalar");
    public static readonly Operator prod = new("aten::prod");
    public static readonly Operator prod_dim_int = new("aten::prod", "dim_int");
    public static readonly Operator quantile = new("aten::quantile");
    public static readonly Operator renorm = new("aten::renorm");
    public static readonly Operator std = new("aten::std");
    public static readonly Operator std_mean = new("aten::std_mean");
    public static readonly Operator sum_dim_IntList = new("aten::sum", "dim_IntList");
    public static readonly Operator sum = new("aten::sum");
    public static readonly Operator trace = new("aten::trace");
    public static readonly Operator trapezoid_x = new("aten::trapezoid", "x");
    public static readonly Operator trapezoid_dx = new("aten::trapezoid", "dx");
    public static readonly Operator var = new("aten::var");
    public static readonly Operator var_mean = new("aten::var_mean");
}
