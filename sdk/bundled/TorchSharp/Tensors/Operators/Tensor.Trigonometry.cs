using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor acos() => Aten.acos.Call(this);
        public Tensor acos_() => Aten.acos_.CallInPlace(this);
        public Tensor acosh() => Aten.acosh.Call(this);
        public Tensor acosh_() => Aten.acosh_.CallInPlace(this);
        public Tensor angle() => Aten.angle.Call(this);
        public Tensor arccos() => Aten.arccos.Call(this);
        public Tensor arccos_() => Aten.arccos_.CallInPlace(this);
        public Tensor arccosh() => Aten.arccosh.Call(this);
        public Tensor arccosh_() => Aten.arccosh_.CallInPlace(this);
        public Tensor arcsin() => Aten.arcsin.Call(this);
        public Tensor arcsin_() => Aten.arcsin_.CallInPlace(this);
        public Tensor arcsinh() => Aten.arcsinh.Call(this);
        public Tensor arcsinh_() => Aten.arcsinh_.CallInPlace(this);
        public Tensor arctan() => Aten.arctan.Call(this);
        public Tensor arctan2(Tensor other) => Aten.arctan2.Call(this, other);
        public Tensor arctan2_(Tensor other) => Aten.arctan2_.CallInPlace(this, other);
        public Tensor arctan_() => Aten.arctan_.CallInPlace(this);
        public Tensor arctanh() => Aten.arctanh.Call(this);
        public Tensor arctanh_() => Aten.arctanh_.CallInPlace(this);
        public Tensor asin() => Aten.asin.Call(this);
        public Tensor asin_() => Aten.asin_.CallInPlace(this);
        public Tensor asinh() => Aten.asinh.Call(this);
        public Tensor asinh_() => Aten.asinh_.CallInPlace(this);
        public Tensor atan() => Aten.atan.Call(this);
        public Tensor atan2(Tensor other) => Aten.atan2.Call(this, other);
        public Tensor atan2_(Tensor other) => Aten.atan2_.CallInPlace(this, other);
        public Tensor atan_() => Aten.atan_.CallInPlace(this);
        public Tensor atanh() => Aten.atanh.Call(this);
        public Tensor atanh_() => Aten.atanh_.CallInPlace(this);
        public Tensor cos() => Aten.cos.Call(this);
        public Tensor cos_() => Aten.cos_.CallInPlace(this);
        public Tensor cosh() => Aten.cosh.Call(this);
        public Tensor cosh_() => Aten.cosh_.CallInPlace(this);
        public Tensor deg2rad() => Aten.deg2rad.Call(this);
        public Tensor deg2rad_() => Aten.deg2rad_.CallInPlace(this);
        public Tensor hypot(Tensor other) => Aten.hypot.Call(this, other);
        public Tensor rad2deg() => Aten.rad2deg.Call(this);
        public Tensor rad2deg_() => Aten.rad2deg_.CallInPlace(this);
        public Tensor sin() => Aten.sin.Call(this);
        public Tensor sin_() => Aten.sin_.CallInPlace(this);
        public Tensor sinc() => Aten.sinc.Call(this);
        public Tensor sinc_() => Aten.sinc_.CallInPlace(this);
        public Tensor sinh() => Aten.sinh.Call(this);
        public Tensor sinh_() => Aten.sinh_.CallInPlace(this);
        public Tensor tan() => Aten.tan.Call(this);
        public Tensor tan_() => Aten.tan_.CallInPlace(this);
        public Tensor tanh() => Aten.tanh.Call(this);
        public Tensor tanh_() => Aten.tanh_.CallInPlace(this);
    }
}

file static class Aten
{
    public static readonly Operator acos = new("aten::acos");
    public static readonly Operator acos_ = new("aten::acos_");
    public static readonly Operator acosh = new("aten::acosh");
    public static readonly Operator acosh_ = new("aten::acosh_");
    public static readonly Operator angle = new("aten::angle");
    public static readonly Operator arccos = new("aten::arccos");
    public static readonly Operator arccos_ = new("aten::arccos_");
    public static readonly Operator arccosh = new("aten::arccosh");
    public static readonly Operator arccosh_ = new("aten::arccosh_");
    public static readonly Operator arcsin = new("aten::arcsin");
    public static readonly Operator arcsin_ = new("aten::arcsin_");
    public static readonly Operator arcsinh = new("aten::arcsinh");
    public static readonly Operator arcsinh_ = new("aten::arcsinh_");
    public static readonly Operator arctan = new("aten::arctan");
    public static readonly Operator arctan2 = new("aten::arctan2");
    public static readonly Operator arctan2_ = new("aten::arctan2_");
    public static readonly Operator arctan_ = new("aten::arctan_");
    public static readonly Operator arctanh = new("aten::arctanh");
    public static readonly Operator arctanh_ = new("aten::arctanh_");
    public static readonly Operator asin = new("aten::asin");
    public static readonly Operator asin_ = new("aten::asin_");
    public static readonly Operator asinh = new("aten::asinh");
    public static readonly Operator asinh_ = new("aten::asinh_");
    public static readonly Operator atan = new("aten::atan");
    public static readonly Operator atan2 = new("aten::atan2");
    public static readonly Operator atan2_ = new("aten::atan2_");
    public static readonly Operator atan_ = new("aten::atan_");
    public static readonly Operator atanh = new("aten::atanh");
    public static readonly Operator atanh_ = new("aten::atanh_");
    public static readonly Operator cos = new("aten::cos");
    public static readonly Operator cos_ = new("aten::cos_");
    public static readonly Operator cosh = new("aten::cosh");
    public static readonly Operator cosh_ = new("aten::cosh_");
    public static readonly Operator deg2rad = new("aten::deg2rad");
    public static readonly Operator deg2rad_ = new("aten::deg2rad_");
    public static readonly Operator hypot = new("aten::hypot");
    public static readonly Operator rad2deg = new("aten::rad2deg");
    public static readonly Operator rad2deg_ = new("aten::rad2deg_");
    public static readonly Operator sin = new("aten::sin");
    public static readonly Operator sin_ = new("aten::sin_");
    public static readonly Operator sinc = new("aten::sinc");
    public static readonly Operator sinc_ = new("aten::sinc_");
    public static readonly Operator sinh = new("aten::sinh");
    public static readonly Operator sinh_ = new("aten::sinh_");
    public static readonly Operator tan = new("aten::tan");
    public static readonly Operator tan_ = new("aten::tan_");
    public static readonly Operator tanh = new("aten::tanh");
    public static readonly Operator tanh_ = new("aten::tanh_");
}
