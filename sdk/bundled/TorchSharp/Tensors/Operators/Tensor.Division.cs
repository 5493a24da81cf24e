using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    // A rounding mode makes the quotient an integer: cut off towards 0, or floored.
    public partial class Tensor
    {
        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div_Tensor.Call(this, target, NameOf(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div_Scalar.Call(this, target, NameOf(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div__Tensor.CallInPlace(this, target, NameOf(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.div__Scalar.CallInPlace(this, target, NameOf(rounding_mode));

        public Tensor divide(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div_(target, rounding_mode);

        private static string? NameOf(RoundingMode mode) => mode switch
        {
            RoundingMode.trunc => "trunc",
            RoundingMode.floor => "floor",
            _ => null,
        };
    }
}

file static class Aten
{
    public static readonly Operator div_Tensor = new("aten::div", "Tensor_mode");
    public static readonly Operator div_Scalar = new("aten::div", "Scalar_mode");
    public static readonly Operator div__Tensor = new("aten::div_", "Tensor_mode");
    public static readonly Operator div__Scalar = new("aten::div_", "Scalar_mode");
}
