using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor abs() => Aten.abs.Call(this);
        public Tensor abs_() => Aten.abs_.CallInPlace(this);
        public Tensor absolute() => Aten.absolute.Call(this);
        public Tensor absolute_() => Aten.absolute_.CallInPlace(this);
        public Tensor ceil() => Aten.ceil.Call(this);
        public Tensor ceil_() => Aten.ceil_.CallInPlace(this);
        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.clamp.Call(this, min, max);
        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.clamp_Tensor.Call(this, min, max);
        public Tensor clamp_(Scalar? min = null, Scalar? max = null) => Aten.clamp_.CallInPlace(this, min, max);
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Aten.clamp__Tensor.CallInPlace(this, min, max);
        public Tensor clamp_max(Scalar max) => Aten.clamp_max.Call(this, max);
        public Tensor clamp_max_(Scalar max) => Aten.clamp_max_.CallInPlace(this, max);
        public Tensor clamp_min(Scalar min) => Aten.clamp_min.Call(this, min);
        public Tensor clamp_min_(Scalar min) => Aten.clamp_min_.CallInPlace(this, min);
        public Tensor clip(Scalar? min = null, Scalar? max = null) => Aten.clip.Call(this, min, max);
        public Tensor copysign(Tensor other) => Aten.copysign_Tensor.Call(this, other);
        public Tensor copysign_(Tensor other) => Aten.copysign__Tensor.CallInPlace(this, other);
        public Tensor fix() => Aten.fix.Call(this);
        public Tensor fix_() => Aten.fix_.CallInPlace(this);
        public Tensor floor() => Aten.floor.Call(this);
        public Tensor floor_() => Aten.floor_.CallInPlace(this);
        public Tensor fmod(Scalar scalar) => Aten.fmod_Scalar.Call(this, scalar);
        public Tensor fmod(Tensor target) => Aten.fmod_Tensor.Call(this, target);
        public Tensor fmod_(Scalar scalar) => Aten.fmod__Scalar.CallInPlace(this, scalar);
        public Tensor fmod_(Tensor target) => Aten.fmod__Tensor.CallInPlace(this, target);
        public Tensor frac() => Aten.frac.Call(this);
        public Tensor frac_() => Aten.frac_.CallInPlace(this);
        public Tensor lerp(Tensor end, Tensor weight) => Aten.lerp_Tensor.Call(this, end, weight);
        public Tensor lerp_(Tensor end, Tensor weight) => Aten.lerp__Tensor.CallInPlace(this, end, weight);
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num.Call(this, nan, posinf, neginf);
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) =>
            Aten.nan_to_num_.CallInPlace(this, nan, posinf, neginf);
        public Tensor neg() => Aten.neg.Call(this);
        public Tensor neg_() => Aten.neg_.CallInPlace(this);
        public Tensor negative() => Aten.negative.Call(this);
        public Tensor nextafter(Tensor other) => Aten.nextafter.Call(this, other);
        public Tensor nextafter_(Tensor other) => Aten.nextafter_.CallInPlace(this, other);
        public Tensor positive() => Aten.positive.Call(this);
        public Tensor reciprocal() => Aten.reciprocal.Call(this);
        public Tensor reciprocal_() => Aten.reciprocal_.CallInPlace(this);
        public Tensor remainder(Scalar scalar) => Aten.remainder_Scalar.Call(this, scalar);
        public Tensor remainder(Tensor target) => Aten.remainder_Tensor.Call(this, target);
        public Tensor remainder_(Scalar scalar) => Aten.remainder__Scalar.CallInPlace(this, scalar);
        public Tensor remainder_(Tensor target) => Aten.remainder__Tensor.CallInPlace(this, target);
        public Tensor round(long decimals = 0) => Aten.round_decimals.Call(this, decimals);
        public Tensor round_(long decimals = 0) => Aten.round__decimals.CallInPlace(this, decimals);
        public Tensor sgn() => Aten.sgn.Call(this);
        public Tensor sgn_() => Aten.sgn_.CallInPlace(this);
        public Tensor sign() => Aten.sign.Call(this);
        public Tensor sign_() => Aten.sign_.CallInPlace(this);
        public Tensor signbit() => Aten.signbit.Call(this);
        public Tensor trunc() => Aten.trunc.Call(this);
        public Tensor trunc_() => Aten.trunc_.CallInPlace(this);
    }
}

file static class Aten
{
    public static readonly Operator abs = new("aten::abs");
    public static readonly Operator abs_ = new("aten::abs_");
    public static readonly Operator absolute = new("aten::absolute");
    public static readonly Operator absolute_ = new("aten::absolute_");
    public static readonly Operator ceil = new("aten::ceil");
    public static readonly Operator ceil_ = new("aten::ceil_");
    public static readonly Operator clamp = new("aten::clamp");
    public static readonly Operator clamp_Tensor = new("aten::clamp", "Tensor");
    public static readonly Operator clamp_ = new("aten::clamp_");
    public static readonly Operator clamp__Tensor = new("aten::clamp_", "Tensor");
    public static readonly Operator clamp_max = new("aten::clamp_max");
    public static readonly Operator clamp_max_ = new("aten::clamp_max_");
    public static readonly Operator clamp_min = new("aten::clamp_min");
    public static readonly Operator clamp_min_ = new("aten::clamp_min_");
    public static readonly Operator clip = new("aten::clip");
    public static readonly Operator copysign_Tensor = new("aten::copysign", "Tensor");
    public static readonly Operator copysign__Tensor = new("aten::copysign_", "Tensor");
    public static readonly Operator fix = new("aten::fix");
    public static readonly Operator fix_ = new("aten::fix_");
    public static readonly Operator floor = new("aten::floor");
    public static readonly Operator floor_ = new("aten::floor_");
    public static readonly Operator fmod_Scalar = new("aten::fmod", "Scalar");
    public static readonly Operator fmod_Tensor = new("aten::fmod", "Tensor");
    public static readonly Operator fmod__Scalar = new("aten::fmod_", "Scalar");
    public static readonly Operator fmod__Tensor = new("aten::fmod_", "Tensor");
    public static readonly Operator frac = new("aten::frac");
    public static readonly Operator frac_ = new("aten::frac_");
    public static readonly Operator lerp_Tensor = new("aten::lerp", "Tensor");
    public static readonly Operator lerp__Tensor = new("aten::lerp_", "Tensor");
    public static readonly Operator nan_to_num = new("aten::nan_to_num");
    public static readonly Operator nan_to_num_ = new("aten::nan_to_num_");
    public static readonly Operator neg = new("aten::neg");
    public static readonly Operator neg_ = new("aten::neg_");
    public static readonly Operator negative = new("aten::negative");
    public static readonly Operator nextafter = new("aten::nextafter");
    public static readonly Operator nextafter_ = new("aten::nextafter_");
    public static readonly Operator positive = new("aten::positive");
    public static readonly Operator reciprocal = new("aten::reciprocal");
    public static readonly Operator reciprocal_ = new("aten::reciprocal_");
    public static readonly Operator remainder_Scalar = new("aten::remainder", "Scalar");
    public static readonly Operator remainder_Tensor = new("aten::remainder", "Tensor");
    public static readonly Operator remainder__Scalar = new("aten::remainder_", "Scalar");
    public static readonly Operator remainder__Tensor = new("aten::remainder_", "Tensor");
    public static readonly Operator round_decimals = new("aten::round", "decimals");
    public static readonly Operator round__decimals = new("aten::round_", "decimals");
    public static readonly Operator sgn = new("aten::sgn");
    public static readonly Operator sgn_ = new("aten::sgn_");
    public static readonly Operator sign = new("aten::sign");
    public static readonly Operator sign_ = new("aten::sign_");
    public static readonly Operator signbit = new("aten::signbit");
    public static readonly Operator trunc = new("aten::trunc");
    public static readonly Operator trunc_ = new("aten::trunc_");
}
