using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which element type a .NET type is.</summary>
internal static class ElementTypes
{
    public static ScalarType Of(Type type) =>
        TryOf(type) ?? throw new ArgumentException($"A tensor cannot hold '{type.Name}' elements.");

    public static ScalarType? TryOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ when type == typeof(Half) => ScalarType.Float16,
        _ when type == typeof(BFloat16) => ScalarType.BFloat16,
        _ when type == typeof(Complex) => ScalarType.ComplexFloat64,
        _ when type == typeof((float, float)) => ScalarType.ComplexFloat32,
        _ => null,
    };
}
