using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor digamma() => Aten.digamma.Call(this);
        public Tensor digamma_() => Aten.digamma_.CallInPlace(this);
        public Tensor erf() => Aten.erf.Call(this);
        public Tensor erf_() => Aten.erf_.CallInPlace(this);
        public Tensor erfc() => Aten.erfc.Call(this);
        public Tensor erfc_() => Aten.erfc_.CallInPlace(this);
        public Tensor erfinv() => Aten.erfinv.Call(this);
        public Tensor erfinv_() => Aten.erfinv_.CallInPlace(this);
        public Tensor i0() => Aten.i0.Call(this);
        public Tensor i0_() => Aten.i0_.CallInPlace(this);
        public Tensor igamma(Tensor other) => Aten.igamma.Call(this, other);
        public Tensor igammac(Tensor other) => Aten.igammac.Call(this, other);
        public Tensor lgamma() => Aten.lgamma.Call(this);
        public Tensor lgamma_() => Aten.lgamma_.CallInPlace(this);
        public Tensor mvlgamma(long p) => Aten.mvlgamma.Call(this, p);
        public Tensor mvlgamma_(long p) => Aten.mvlgamma_.CallInPlace(this, p);
        public Tensor polygamma_(long p) => Aten.polygamma_.CallInPlace(this, p);
    }
}

file static class Aten
{
    public static readonly Operator digamma = new("aten::digamma");
    public static readonly Operator digamma_ = new("aten::digamma_");
    public static readonly Operator erf = new("aten::erf");
    public static readonly Operator erf_ = new("aten::erf_");
    public static readonly Operator erfc = new("aten::erfc");
    public static readonly Operator erfc_ = new("aten::erfc_");
    public static readonly Operator erfinv = new("aten::erfinv");
    public static readonly Operator erfinv_ = new("aten::erfinv_");
    public static readonly Operator i0 = new("aten::i0");
    public static readonly Operator i0_ = new("aten::i0_");
    public static readonly Operator igamma = new("aten::igamma");
    public static readonly Operator igammac = new("aten::igammac");
    public static readonly Operator lgamma = new("aten::lgamma");
    public static readonly Operator lgamma_ = new("aten::lgamma_");
    public static readonly Operator mvlgamma = new("aten::mvlgamma");
    public static readonly Operator mvlgamma_ = new("aten::mvlgamma_");
    public static readonly Operator polygamma_ = new("aten::polygamma_");
}
