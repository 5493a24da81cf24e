using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor exp() => Aten.exp.Call(this);
        public Tensor exp2() => Aten.exp2.Call(this);
        public Tensor exp2_() => Aten.exp2_.CallInPlace(this);
        public Tensor exp_() => Aten.exp_.CallInPlace(this);
        public Tensor expm1() => Aten.expm1.Call(this);
        public Tensor expm1_() => Aten.expm1_.CallInPlace(this);
        public Tensor float_power(Tensor target) => Aten.float_power_Tensor_Tensor.Call(this, target);
        public Tensor float_power_(Tensor target) => Aten.float_power__Tensor.CallInPlace(this, target);
        public (Tensor Mantissa, Tensor Exponent) frexp() => Aten.frexp_Tensor.Call2(this);
        public Tensor ldexp(Tensor other) => Aten.ldexp_Tensor.Call(this, other);
        public Tensor ldexp_(Tensor other) => Aten.ldexp_.CallInPlace(this, other);
        public Tensor log() => Aten.log.Call(this);
        public Tensor log10() => Aten.log10.Call(this);
        public Tensor log10_() => Aten.log10_.CallInPlace(this);
        public Tensor log1p() => Aten.log1p.Call(this);
        public Tensor log1p_() => Aten.log1p_.CallInPlace(this);
        public Tensor log2() => Aten.log2.Call(this);
        public Tensor log2_() => Aten.log2_.CallInPlace(this);
        public Tensor log_() => Aten.log_.CallInPlace(this);
        public Tensor logaddexp(Tensor other) => Aten.logaddexp.Call(this, other);
        public Tensor logaddexp2(Tensor other) => Aten.logaddexp2.Call(this, other);
        public Tensor logcumsumexp(long dim) => Aten.logcumsumexp.Call(this, dim);
        public Tensor logit(double? eps = null) => Aten.logit.Call(this, eps);
        public Tensor logit_(double? eps = null) => Aten.logit_.CallInPlace(this, eps);
        public Tensor pow(Scalar exponent) => Aten.pow_Tensor_Scalar.Call(this, exponent);
        public Tensor pow(Tensor exponent) => Aten.pow_Tensor_Tensor.Call(this, exponent);
        public Tensor pow_(Scalar exponent) => Aten.pow__Scalar.CallInPlace(this, exponent);
        public Tensor pow_(Tensor exponent) => Aten.pow__Tensor.CallInPlace(this, exponent);
        public Tensor rsqrt() => Aten.rsqrt.Call(this);
        public Tensor rsqrt_() => Aten.rsqrt_.CallInPlace(this);
        public Tensor sigmoid() => Aten.sigmoid.Call(this);
        public Tensor sigmoid_() => Aten.sigmoid_.CallInPlace(this);
        public Tensor sqrt() => Aten.sqrt.Call(this);
        public Tensor sqrt_() => Aten.sqrt_.CallInPlace(this);
        public Tensor square() => Aten.square.Call(this);
        public Tensor xlogy(Scalar y) => Aten.xlogy_Scalar_Other.Call(this, y);
        public Tensor xlogy(Tensor y) => Aten.xlogy_Tensor.Call(this, y);
        public Tensor xlogy_(Scalar y) => Aten.xlogy__Scalar_Other.CallInPlace(this, y);
        public Tensor xlogy_(Tensor y) => Aten.xlogy__Tensor.CallInPlace(this, y);
    }
}

file static class Aten
{
    public static readonly Operator exp = new("aten::exp");
    public static readonly Operator exp2 = new("aten::exp2");
    public static readonly Operator exp2_ = new("aten::exp2_");
    public static readonly Operator exp_ = new("aten::exp_");
    public static readonly Operator expm1 = new("aten::expm1");
    public static readonly Operator expm1_ = new("aten::expm1_");
    public static readonly Operator float_power_Tensor_Tensor = new("aten::float_power", "Tensor_Tensor");
    public static readonly Operator float_power__Tensor = new("aten::float_power_", "Tensor");
    public static readonly Operator frexp_Tensor = new("aten::frexp", "Tensor");
    public static readonly Operator ldexp_Tensor = new("aten::ldexp", "Tensor");
    public static readonly Operator ldexp_ = new("aten::ldexp_");
    public static readonly Operator log = new("aten::log");
    public static readonly Operator log10 = new("aten::log10");
    public static readonly Operator log10_ = new("aten::log10_");
    public static readonly Operator log1p = new("aten::log1p");
    public static readonly Operator log1p_ = new("aten::log1p_");
    public static readonly Operator log2 = new("aten::log2");
    public static readonly Operator log2_ = new("aten::log2_");
    public static readonly Operator log_ = new("aten::log_");
    public static readonly Operator logaddexp = new("aten::logaddexp");
    public static readonly Operator logaddexp2 = new("aten::logaddexp2");
    public static readonly Operator logcumsumexp = new("aten::logcumsumexp");
    public static readonly Operator logit = new("aten::logit");
    public static readonly Operator logit_ = new("aten::logit_");
    public static readonly Operator pow_Tensor_Scalar = new("aten::pow", "Tensor_Scalar");
    public static readonly Operator pow_Tensor_Tensor = new("aten::pow", "Tensor_Tensor");
    public static readonly Operator pow__Scalar = new("aten::pow_", "Scalar");
    public static readonly Operator pow__Tensor = new("aten::pow_", "Tensor");
    public static readonly Operator rsqrt = new("aten::rsqrt");
    public static readonly Operator rsqrt_ = new("aten::rsqrt_");
    public static readonly Operator sigmoid = new("aten::sigmoid");
    public static readonly Operator sigmoid_ = new("aten::sigmoid_");
    public static readonly Operator sqrt = new("aten::sqrt");
    public static readonly Operator sqrt_ = new("aten::sqrt_");
    public static readonly Operator square = new("aten::square");
    public static readonly Operator xlogy_Scalar_Other = new("aten::xlogy", "Scalar_Other");
    public static readonly Operator xlogy_Tensor = new("aten::xlogy", "Tensor");
    public static readonly Operator xlogy__Scalar_Other = new("aten::xlogy_", "Scalar_Other");
    public static readonly Operator xlogy__Tensor = new("aten::xlogy_", "Tensor");
}
