using System.Numerics;
using System.Runtime.CompilerServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>One argument of an operator call; trailing arguments that are not given take the schema's defaults.</summary>
internal readonly partial struct Arg
{
    private readonly object? reference;
    private readonly long bits;
    private readonly ValueKind kind;

    private Arg(ValueKind kind, object? reference, long bits = 0)
    {
        this.kind = reference is null && bits == 0 && IsReference(kind) ? ValueKind.None : kind;
        this.reference = reference;
        this.bits = bits;
    }

    private Arg(ValueKind kind, long bits)
    {
        this.kind = kind;
        this.bits = bits;
    }

    /// <summary>No value: an undefined tensor, an absent optional.</summary>
    public static Arg None => default;

    /// <summary>The object that must outlive the call.</summary>
    public object? Reference => reference;

    public static Arg Of(ReadOnlySpan<long> values) => values.ToArray();

    public static implicit operator Arg(Tensor? value) => new(ValueKind.Tensor, value);
    public static implicit operator Arg(int value) => new(ValueKind.Long, value);
    public static implicit operator Arg(long value) => new(ValueKind.Long, value);
    public static implicit operator Arg(long? value) => value is long given ? given : None;
    public static implicit operator Arg(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Arg(double? value) => value is double given ? given : None;
    public static implicit operator Arg(bool value) => new(ValueKind.Bool, value ? 1 : 0);
    public static implicit operator Arg(bool? value) => value is bool given ? given : None;
    public static implicit operator Arg(long[]? value) => new(ValueKind.Longs, value);
    public static implicit operator Arg(double[]? value) => new(ValueKind.Doubles, value);
    public static implicit operator Arg(bool[]? value) => new(ValueKind.Bools, value);
    public static implicit operator Arg(string? value) => new(ValueKind.String, value);
    public static implicit operator Arg(Tensor?[]? value) => new(ValueKind.Tensors, value);
    public static implicit operator Arg(ScalarType value) => new(ValueKind.Long, (long)value);
    public static implicit operator Arg(ScalarType? value) => value is ScalarType given ? given : None;
    public static implicit operator Arg(Generator? value) => new(ValueKind.Generator, value);

    public static implicit operator Arg(Device? value) =>
        value is null ? None : new(ValueKind.Device, ((long)value.type << 32) | (uint)value.index);

    public static implicit operator Arg(Scalar? value) => value switch
    {
        null => None,
        { IsComplex: true } => new(ValueKind.Complex, value),
        { IsFloatingPoint: true } => value.Real,
        { Type: ScalarType.Bool } => value.Integer != 0,
        _ => value.Integer,
    };

    private static bool IsReference(ValueKind kind) => kind is not (ValueKind.Long or ValueKind.Double or ValueKind.Bool or ValueKind.Device);
}
