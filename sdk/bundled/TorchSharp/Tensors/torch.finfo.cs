namespace TorchSharp;

public static partial class torch
{
    /// <summary>The limits of the default type.</summary>
    public static FInfo finfo() => finfo(get_default_dtype());

    /// <exception cref="ArgumentException">The type is not a floating-point type.</exception>
    public static FInfo finfo(ScalarType dtype) => dtype switch
    {
        ScalarType.Float16 => Limits(16, 9.765625e-4, 65504, 6.103515625e-5, 1e-3),
        ScalarType.BFloat16 => Limits(16, 7.8125e-3, 3.3895313892515355e38, 1.1754943508222875e-38, 1e-2),
        ScalarType.Float32 or ScalarType.ComplexFloat32 => Limits(32, 1.1920928955078125e-7, float.MaxValue, 1.1754943508222875e-38, 1e-6),
        ScalarType.Float64 or ScalarType.ComplexFloat64 => Limits(64, double.BitIncrement(1) - 1, double.MaxValue, 2.2250738585072014e-308, 1e-15),
        _ => throw new ArgumentException($"'{dtype}' is not a floating-point type."),
    };

    private static FInfo Limits(int bits, double eps, double max, double tiny, double resolution) =>
        new() { bits = bits, eps = eps, max = max, min = -max, tiny = tiny, smallest_normal = tiny, resolution = resolution };
}
