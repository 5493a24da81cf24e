using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Scalar scalar) => Aten.add_Scalar.Call(this, scalar);
        public Tensor add(Scalar scalar, Scalar alpha) => Aten.add_Scalar.Call(this, scalar, alpha);
        public Tensor add(Tensor target) => Aten.add_Tensor.Call(this, target);
        public Tensor add(Tensor target, Scalar alpha) => Aten.add_Tensor.Call(this, target, alpha);
        public Tensor add_(Scalar scalar) => Aten.add__Scalar.CallInPlace(this, scalar);
        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.add__Scalar.CallInPlace(this, scalar, alpha);
        public Tensor add_(Tensor target) => Aten.add__Tensor.CallInPlace(this, target);
        public Tensor add_(Tensor target, Scalar alpha) => Aten.add__Tensor.CallInPlace(this, target, alpha);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => Aten.addcdiv.Call(this, tensor1, tensor2);
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv.Call(this, tensor1, tensor2, value);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Aten.addcdiv_.CallInPlace(this, tensor1, tensor2);
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcdiv_.CallInPlace(this, tensor1, tensor2, value);
        public Tensor addcmul(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul.Call(this, tensor1, tensor2, value);
        public Tensor addcmul_(Tensor tensor1, Tensor tensor2, Scalar value) => Aten.addcmul_.CallInPlace(this, tensor1, tensor2, value);
        public Tensor floor_divide(Scalar other) => Aten.floor_divide_Scalar.Call(this, other);
        public Tensor floor_divide(Tensor other) => Aten.floor_divide.Call(this, other);
        public Tensor floor_divide_(Scalar other) => Aten.floor_divide__Scalar.CallInPlace(this, other);
        public Tensor floor_divide_(Tensor other) => Aten.floor_divide__Tensor.CallInPlace(this, other);
        public Tensor fmax(Tensor other) => Aten.fmax.Call(this, other);
        public Tensor fmin(Tensor other) => Aten.fmin.Call(this, other);
        public Tensor gcd(Tensor other) => Aten.gcd.Call(this, other);
        public Tensor gcd_(Tensor other) => Aten.gcd_.CallInPlace(this, other);
        public Tensor heaviside(Tensor other) => Aten.heaviside.Call(this, other);
        public Tensor heaviside_(Tensor other) => Aten.heaviside_.CallInPlace(this, other);
        public Tensor lcm(Tensor other) => Aten.lcm.Call(this, other);
        public Tensor lcm_(Tensor other) => Aten.lcm_.CallInPlace(this, other);
        public Tensor maximum(Tensor other) => Aten.maximum.Call(this, other);
        public Tensor minimum(Tensor other) => Aten.minimum.Call(this, other);
        public Tensor mul(Scalar target) => Aten.mul_Scalar.Call(this, target);
        public Tensor mul(Tensor target) => Aten.mul_Tensor.Call(this, target);
        public Tensor mul_(Scalar target) => Aten.mul__Scalar.CallInPlace(this, target);
        public Tensor mul_(Tensor target) => Aten.mul__Tensor.CallInPlace(this, target);
        public Tensor multiply(Scalar target) => Aten.multiply_Scalar.Call(this, target);
        public Tensor multiply(Tensor target) => Aten.multiply_Tensor.Call(this, target);
        public Tensor sub(Scalar target) => Aten.sub_Scalar.Call(this, target);
        public Tensor sub(Tensor target) => Aten.sub_Tensor.Call(this, target);
        public Tensor sub_(Scalar target) => Aten.sub__Scalar.CallInPlace(this, target);
        public Tensor sub_(Tensor target) => Aten.sub__Tensor.CallInPlace(this, target);
        public Tensor subtract(Scalar target) => Aten.subtract_Scalar.Call(this, target);
        public Tensor subtract(Tensor target) => Aten.subtract_Tensor.Call(this, target);
        public Tensor subtract_(Scalar target) => Aten.subtract__Scalar.CallInPlace(this, target);
        public Tensor subtract_(Tensor target) => Aten.subtract__Tensor.CallInPlace(this, target);
        public Tensor true_divide(Scalar other) => Aten.true_divide_Scalar.Call(this, other);
        public Tensor true_divide(Tensor other) => Aten.true_divide_Tensor.Call(this, other);
        public Tensor true_divide_(Scalar other) => Aten.true_divide__Scalar.CallInPlace(this, other);
        public Tensor true_divide_(Tensor other) => Aten.true_divide__Tensor.CallInPlace(this, other);
    }
}

file static class Aten
{
    public static readonly Operator add_Scalar = new("aten::add", "Scalar");
    public static readonly Operator add_Tensor = new("aten::add", "Tensor");
    public static readonly Operator add__Scalar = new("aten::add_", "Scalar");
    public static readonly Operator add__Tensor = new("aten::add_", "Tensor");
    public static readonly Operator addcdiv = new("aten::addcdiv");
    public static readonly Operator addcdiv_ = new("aten::addcdiv_");
    public static readonly Operator addcmul = new("aten::addcmul");
    public static readonly Operator addcmul_ = new("aten::addcmul_");
    public static readonly Operator floor_divide_Scalar = new("aten::floor_divide", "Scalar");
    public static readonly Operator floor_divide = new("aten::floor_divide");
    public static readonly Operator floor_divide__Scalar = new("aten::floor_divide_", "Scalar");
    public static readonly Operator floor_divide__Tensor = new("aten::floor_divide_", "Tensor");
    public static readonly Operator fmax = new("aten::fmax");
    public static readonly Operator fmin = new("aten::fmin");
    public static readonly Operator gcd = new("aten::gcd");
    public static readonly Operator gcd_ = new("aten::gcd_");
    public static readonly Operator heaviside = new("aten::heaviside");
    public static readonly Operator heaviside_ = new("aten::heaviside_");
    public static readonly Operator lcm = new("aten::lcm");
    public static readonly Operator lcm_ = new("aten::lcm_");
    public static readonly Operator maximum = new("aten::maximum");
    public static readonly Operator minimum = new("aten::minimum");
    public static readonly Operator mul_Scalar = new("aten::mul", "Scalar");
    public static readonly Operator mul_Tensor = new("aten::mul", "Tensor");
    public static readonly Operator mul__Scalar = new("aten::mul_", "Scalar");
    public static readonly Operator mul__Tensor = new("aten::mul_", "Tensor");
    public static readonly Operator multiply_Scalar = new("aten::multiply", "Scalar");
    public static readonly Operator multiply_Tensor = new("aten::multiply", "Tensor");
    public static readonly Operator sub_Scalar = new("aten::sub", "Scalar");
    public static readonly Operator sub_Tensor = new("aten::sub", "Tensor");
    public static readonly Operator sub__Scalar = new("aten::sub_", "Scalar");
    public static readonly Operator sub__Tensor = new("aten::sub_", "Tensor");
    public static readonly Operator subtract_Scalar = new("aten::subtract", "Scalar");
    public static readonly Operator subtract_Tensor = new("aten::subtract", "Tensor");
    public static readonly Operator subtract__Scalar = new("aten::subtract_", "Scalar");
    public static readonly Operator subtract__Tensor = new("aten::subtract_", "Tensor");
    public static readonly Operator true_divide_Scalar = new("aten::true_divide", "Scalar");
    public static readonly Operator true_divide_Tensor = new("aten::true_divide", "Tensor");
    public static readonly Operator true_divide__Scalar = new("aten::true_divide_", "Scalar");
    public static readonly Operator true_divide__Tensor = new("aten::true_divide_", "Tensor");
}
