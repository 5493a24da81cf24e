using System.Numerics;

namespace TorchSharp;

/// <summary>Numbers to scalars and back; a fraction is cut off where an integer is asked for.</summary>
public static class ScalarExtensionMethods
{
    public static Scalar ToScalar(this byte value) => value;
    public static Scalar ToScalar(this sbyte value) => value;
    public static Scalar ToScalar(this short value) => value;
    public static Scalar ToScalar(this int value) => value;
    public static Scalar ToScalar(this long value) => value;
    public static Scalar ToScalar(this bool value) => value;
    public static Scalar ToScalar(this Half value) => value;
    public static Scalar ToScalar(this BFloat16 value) => value;
    public static Scalar ToScalar(this float value) => value;
    public static Scalar ToScalar(this double value) => value;
    public static Scalar ToScalar(this Complex value) => value;
    public static Scalar ToScalar(this (float, float) value) => value;
    public static Scalar ToBFloat16Scalar(this float value) => (BFloat16)value;

    public static byte ToByte(this Scalar value) => (byte)value.Integer;
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.Integer;
    public static short ToInt16(this Scalar value) => (short)value.Integer;
    public static int ToInt32(this Scalar value) => (int)value.Integer;
    public static long ToInt64(this Scalar value) => value.Integer;
    public static bool ToBoolean(this Scalar value) => value.Real != 0 || value.Imaginary != 0;
    public static Half ToHalf(this Scalar value) => (Half)value.Real;
    public static BFloat16 ToBFloat16(this Scalar value) => (BFloat16)value.Real;
    public static float ToSingle(this Scalar value) => (float)value.Real;
    public static double ToDouble(this Scalar value) => value.Real;
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value) => ((float)value.Real, (float)value.Imaginary);
    public static Complex ToComplexFloat64(this Scalar value) => new(value.Real, value.Imaginary);

    internal static T As<T>(this Scalar value)
        where T : unmanaged => (T)value.Boxed();

    internal static object Boxed(this Scalar value) => value.Type switch
    {
        torch.ScalarType.Byte => value.ToByte(),
        torch.ScalarType.Int8 => value.ToSByte(),
        torch.ScalarType.Int16 => value.ToInt16(),
        torch.ScalarType.Int32 => value.ToInt32(),
        torch.ScalarType.Int64 => value.ToInt64(),
        torch.ScalarType.Bool => value.ToBoolean(),
        torch.ScalarType.Float16 => value.ToHalf(),
        torch.ScalarType.BFloat16 => value.ToBFloat16(),
        torch.ScalarType.Float32 => value.ToSingle(),
        torch.ScalarType.ComplexFloat32 => value.ToComplexFloat32(),
        torch.ScalarType.ComplexFloat64 => value.ToComplexFloat64(),
        _ => value.ToDouble(),
    };
}
