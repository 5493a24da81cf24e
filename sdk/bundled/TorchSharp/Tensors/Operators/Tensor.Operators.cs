using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // Plain numbers take their own way to the operator: no Scalar is made for them.
    public partial class Tensor
    {
        public static Tensor operator +(Scalar left, Tensor right) => right.add(left);
        public static Tensor operator +(Tensor left, Scalar right) => left.add(right);
        public static Tensor operator +(Tensor left, Tensor right) => left.add(right);
        public static Tensor operator +(Tensor left, double right) => Aten.add.Call(left, right);
        public static Tensor operator +(Tensor left, float right) => Aten.add.Call(left, right);
        public static Tensor operator +(Tensor left, int right) => Aten.add.Call(left, right);
        public static Tensor operator +(Tensor left, long right) => Aten.add.Call(left, right);
        public static Tensor operator +(double left, Tensor right) => Aten.add.Call(right, left);
        public static Tensor operator +(float left, Tensor right) => Aten.add.Call(right, left);
        public static Tensor operator +(int left, Tensor right) => Aten.add.Call(right, left);
        public static Tensor operator +(long left, Tensor right) => Aten.add.Call(right, left);

        public static Tensor operator /(Scalar left, Tensor right) => Divided(left, right);
        public static Tensor operator /(Tensor left, Scalar right) => left.div(right);
        public static Tensor operator /(Tensor left, Tensor right) => left.div(right);
        public static Tensor operator /(Tensor left, double right) => Aten.div.Call(left, right);
        public static Tensor operator /(Tensor left, float right) => Aten.div.Call(left, right);
        public static Tensor operator /(Tensor left, int right) => Aten.div.Call(left, right);
        public static Tensor operator /(Tensor left, long right) => Aten.div.Call(left, right);
        public static Tensor operator /(double left, Tensor right) => Divided(left, right);
        public static Tensor operator /(float left, Tensor right) => Divided(left, right);
        public static Tensor operator /(int left, Tensor right) => Divided(left, right);
        public static Tensor operator /(long left, Tensor right) => Divided(left, right);

        public static Tensor operator %(Tensor left, Scalar right) => left.remainder(right);
        public static Tensor operator %(Tensor left, Tensor right) => left.remainder(right);
        public static Tensor operator %(Tensor left, double right) => Aten.remainder.Call(left, right);
        public static Tensor operator %(Tensor left, float right) => Aten.remainder.Call(left, right);
        public static Tensor operator %(Tensor left, int right) => Aten.remainder.Call(left, right);
        public static Tensor operator %(Tensor left, long right) => Aten.remainder.Call(left, right);

        public static Tensor operator *(Scalar left, Tensor right) => right.mul(left);
        public static Tensor operator *(Tensor left, Scalar right) => left.mul(right);
        public static Tensor operator *(Tensor left, Tensor right) => left.mul(right);
        public static Tensor operator *(Tensor left, double right) => Aten.mul.Call(left, right);
        public static Tensor operator *(Tensor left, float right) => Aten.mul.Call(left, right);
        public static Tensor operator *(Tensor left, int right) => Aten.mul.Call(left, right);
        public static Tensor operator *(Tensor left, long right) => Aten.mul.Call(left, right);
        public static Tensor operator *(double left, Tensor right) => Aten.mul.Call(right, left);
        public static Tensor operator *(float left, Tensor right) => Aten.mul.Call(right, left);
        public static Tensor operator *(int left, Tensor right) => Aten.mul.Call(right, left);
        public static Tensor operator *(long left, Tensor right) => Aten.mul.Call(right, left);

        public static Tensor operator -(Scalar left, Tensor right) => Aten.rsub.Call(right, left);
        public static Tensor operator -(Tensor left, Scalar right) => left.sub(right);
        public static Tensor operator -(Tensor left, Tensor right) => left.sub(right);
        public static Tensor operator -(Tensor left, double right) => Aten.sub.Call(left, right);
        public static Tensor operator -(Tensor left, float right) => Aten.sub.Call(left, right);
        public static Tensor operator -(Tensor left, int right) => Aten.sub.Call(left, right);
        public static Tensor operator -(Tensor left, long right) => Aten.sub.Call(left, right);
        public static Tensor operator -(double left, Tensor right) => Aten.rsub.Call(right, left);
        public static Tensor operator -(float left, Tensor right) => Aten.rsub.Call(right, left);
        public static Tensor operator -(int left, Tensor right) => Aten.rsub.Call(right, left);
        public static Tensor operator -(long left, Tensor right) => Aten.rsub.Call(right, left);

        public static Tensor operator -(Tensor tensor) => tensor.neg();
        public static Tensor operator ~(Tensor left) => left.bitwise_not();
        public static Tensor operator &(Tensor left, Tensor right) => left.bitwise_and(right);
        public static Tensor operator |(Tensor left, Tensor right) => left.bitwise_or(right);
        public static Tensor operator ^(Tensor left, Tensor right) => left.bitwise_xor(right);

        private static Tensor Divided(Arg number, Tensor tensor)
        {
            using var inverse = tensor.reciprocal();
            return Aten.mul.Call(inverse, number);
        }
    }
}

file static class Aten
{
    public static readonly Operator add = new("aten::add", "Scalar");
    public static readonly Operator sub = new("aten::sub", "Scalar");
    public static readonly Operator rsub = new("aten::rsub", "Scalar");
    public static readonly Operator mul = new("aten::mul", "Scalar");
    public static readonly Operator div = new("aten::div", "Scalar");
    public static readonly Operator remainder = new("aten::remainder", "Scalar");
}
