using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A number of any element type, as operators take it.</summary>
public sealed class Scalar : IDisposable
{
    private Scalar(ScalarType type, long integer, double real, double imaginary = 0)
    {
        Type = type;
        Integer = integer;
        Real = real;
        Imaginary = imaginary;
    }

    public ScalarType Type { get; }

    internal long Integer { get; }

    internal double Real { get; }

    internal double Imaginary { get; }

    internal bool IsComplex => Type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    internal bool IsFloatingPoint => Type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;

    public static implicit operator Scalar(byte value) => OfInteger(ScalarType.Byte, value);
    public static implicit operator Scalar(sbyte value) => OfInteger(ScalarType.Int8, value);
    public static implicit operator Scalar(short value) => OfInteger(ScalarType.Int16, value);
    public static implicit operator Scalar(int value) => OfInteger(ScalarType.Int32, value);
    public static implicit operator Scalar(long value) => OfInteger(ScalarType.Int64, value);
    public static implicit operator Scalar(bool value) => OfInteger(ScalarType.Bool, value ? 1 : 0);
    public static implicit operator Scalar(Half value) => OfReal(ScalarType.Float16, (double)value);
    public static implicit operator Scalar(BFloat16 value) => OfReal(ScalarType.BFloat16, value.ToSingle());
    public static implicit operator Scalar(float value) => OfReal(ScalarType.Float32, value);
    public static implicit operator Scalar(double value) => OfReal(ScalarType.Float64, value);
    public static implicit operator Scalar(Complex value) => new(ScalarType.ComplexFloat64, 0, value.Real, value.Imaginary);
    public static implicit operator Scalar((float, float) value) => new(ScalarType.ComplexFloat32, 0, value.Item1, value.Item2);

    /// <summary>Does nothing: the value is held here, not in native memory.</summary>
    public void Dispose()
    {
    }

    internal static Scalar OfInteger(ScalarType type, long value) => new(type, value, value);

    internal static Scalar OfReal(ScalarType type, double value) => new(type, IntegerOf(value), value);

    internal static Scalar OfComplex(ScalarType type, double real, double imaginary) => new(type, IntegerOf(real), real, imaginary);

    // Truncates; what no integer can hold becomes 0.
    private static long IntegerOf(double value) => Math.Abs(value) < long.MaxValue ? (long)value : 0;
}
