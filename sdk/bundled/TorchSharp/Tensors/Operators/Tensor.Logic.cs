using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor bitwise_and(Tensor other) => Aten.bitwise_and_Tensor.Call(this, other);
        public Tensor bitwise_and_(Tensor other) => Aten.bitwise_and__Tensor.CallInPlace(this, other);
        public Tensor bitwise_left_shift(Tensor other) => Aten.bitwise_left_shift_Tensor.Call(this, other);
        public Tensor bitwise_left_shift_(Tensor other) => Aten.bitwise_left_shift__Tensor.CallInPlace(this, other);
        public Tensor bitwise_not() => Aten.bitwise_not.Call(this);
        public Tensor bitwise_not_() => Aten.bitwise_not_.CallInPlace(this);
        public Tensor bitwise_or(Tensor other) => Aten.bitwise_or_Tensor.Call(this, other);
        public Tensor bitwise_or_(Tensor other) => Aten.bitwise_or__Tensor.CallInPlace(this, other);
        public Tensor bitwise_right_shift(Tensor other) => Aten.bitwise_right_shift_Tensor.Call(this, other);
        public Tensor bitwise_right_shift_(Tensor other) => Aten.bitwise_right_shift__Tensor.CallInPlace(this, other);
        public Tensor bitwise_xor(Tensor other) => Aten.bitwise_xor_Tensor.Call(this, other);
        public Tensor bitwise_xor_(Tensor other) => Aten.bitwise_xor__Tensor.CallInPlace(this, other);
        public Tensor logical_and(Tensor other) => Aten.logical_and.Call(this, other);
        public Tensor logical_and_(Tensor other) => Aten.logical_and_.CallInPlace(this, other);
        public Tensor logical_not() => Aten.logical_not.Call(this);
        public Tensor logical_not_() => Aten.logical_not_.CallInPlace(this);
        public Tensor logical_or(Tensor other) => Aten.logical_or.Call(this, other);
        public Tensor logical_or_(Tensor other) => Aten.logical_or_.CallInPlace(this, other);
        public Tensor logical_xor(Tensor other) => Aten.logical_xor.Call(this, other);
        public Tensor logical_xor_(Tensor other) => Aten.logical_xor_.CallInPlace(this, other);
    }
}

file static class Aten
{
    public static readonly Operator bitwise_and_Tensor = new("aten::bitwise_and", "Tensor");
    public static readonly Operator bitwise_and__Tensor = new("aten::bitwise_and_", "Tensor");
    public static readonly Operator bitwise_left_shift_Tensor = new("aten::bitwise_left_shift", "Tensor");
    public static readonly Operator bitwise_left_shift__Tensor = new("aten::bitwise_left_shift_", "Tensor");
    public static readonly Operator bitwise_not = new("aten::bitwise_not");
    public static readonly Operator bitwise_not_ = new("aten::bitwise_not_");
    public static readonly Operator bitwise_or_Tensor = new("aten::bitwise_or", "Tensor");
    public static readonly Operator bitwise_or__Tensor = new("aten::bitwise_or_", "Tensor");
    public static readonly Operator bitwise_right_shift_Tensor = new("aten::bitwise_right_shift", "Tensor");
    public static readonly Operator bitwise_right_shift__Tensor = new("aten::bitwise_right_shift_", "Tensor");
    public static readonly Operator bitwise_xor_Tensor = new("aten::bitwise_xor", "Tensor");
    public static readonly Operator bitwise_xor__Tensor = new("aten::bitwise_xor_", "Tensor");
    public static readonly Operator logical_and = new("aten::logical_and");
    public static readonly Operator logical_and_ = new("aten::logical_and_");
    public static readonly Operator logical_not = new("aten::logical_not");
    public static readonly Operator logical_not_ = new("aten::logical_not_");
    public static readonly Operator logical_or = new("aten::logical_or");
    public static readonly Operator logical_or_ = new("aten::logical_or_");
    public static readonly Operator logical_xor = new("aten::logical_xor");
    public static readonly Operator logical_xor_ = new("aten::logical_xor_");
}
