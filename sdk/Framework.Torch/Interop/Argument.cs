using static TorchSharp.torch;

namespace Framework.Torch.Interop;

/// <summary>One argument of an operator call; trailing ones that are not given take the schema's defaults.</summary>
internal readonly struct Argument
{
    private readonly long _bits;
    private readonly ValueKind _kind;

    private Argument(ValueKind kind, long bits, object? reference = null)
    {
        (_kind, _bits, Reference) = (kind, bits, reference);
    }

    /// <summary>No value: an undefined tensor, an absent optional.</summary>
    public static Argument None => default;

    /// <summary>The tensors that must outlive the call.</summary>
    public object? Reference { get; }

    /// <summary>64-bit words that a list needs.</summary>
    public int Words => Reference switch
    {
        Tensor[] tensors => tensors.Length,
        double[] numbers => numbers.Length,
        long[] numbers => numbers.Length,
        _ => 0,
    };

    public static implicit operator Argument(Tensor? value) => value is null ? None : new(ValueKind.Tensor, 0, value);
    public static implicit operator Argument(Tensor[] value) => new(ValueKind.Tensors, 0, value);
    public static implicit operator Argument(double[] value) => new(ValueKind.Doubles, 0, value);
    public static implicit operator Argument(long[] value) => new(ValueKind.Longs, 0, value);
    public static implicit operator Argument(long value) => new(ValueKind.Long, value);
    public static implicit operator Argument(int value) => new(ValueKind.Long, value);
    public static implicit operator Argument(double value) => new(ValueKind.Double, BitConverter.DoubleToInt64Bits(value));
    public static implicit operator Argument(bool value) => new(ValueKind.Bool, value ? 1 : 0);

    /// <summary>Writes the argument, and a list's elements to <paramref name="payload"/>.</summary>
    public unsafe void Write(NativeValue* value, long* payload)
    {
        value->Kind = _kind;
        value->Count = Words;
        value->Integer = _kind is ValueKind.Tensors or ValueKind.Doubles or ValueKind.Longs ? (long)payload : _bits;
        switch (Reference)
        {
            case Tensor tensor: value->Pointer = tensor.Handle; break;
            case Tensor[] tensors: CopyHandles(tensors, payload); break;
            case double[] numbers: numbers.CopyTo(new Span<double>(payload, numbers.Length)); break;
            case long[] numbers: numbers.CopyTo(new Span<long>(payload, numbers.Length)); break;
        }
    }

    private static unsafe void CopyHandles(Tensor[] tensors, long* payload)
    {
        for (var i = 0; i < tensors.Length; i++)
            payload[i] = tensors[i].Handle;
    }
}
