using System.Runtime.CompilerServices;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

internal readonly partial struct Arg
{
    /// <summary>How many 64-bit words of a call's payload this argument needs.</summary>
    public int Words => kind <= ValueKind.Bool ? 0 : WordsOf(kind, reference!);

    private static int WordsOf(ValueKind kind, object reference) => kind switch
    {
        ValueKind.Longs => ((long[])reference).Length,
        ValueKind.Doubles => ((double[])reference).Length,
        ValueKind.Bools => ((bool[])reference).Length,
        ValueKind.Tensors => ((Tensor?[])reference).Length,
        ValueKind.String => (Encoding.UTF8.GetByteCount((string)reference) + 7) / 8,
        ValueKind.Complex => 2,
        _ => 0,
    };

    /// <summary>Writes the argument into <paramref name="value"/>, its elements to <paramref name="payload"/>; returns the words used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public unsafe int Write(NativeValue* value, long* payload)
    {
        value->Kind = kind;
        value->Count = 0;
        value->Integer = bits;
        if (reference is null)
            return 0;
        if (kind != ValueKind.Tensor)
            return WriteList(value, payload);
        value->Pointer = Unsafe.As<Tensor>(reference).Handle;
        return 0;
    }

    private unsafe int WriteList(NativeValue* value, long* payload)
    {
        if (reference is Generator generator)
        {
            value->Pointer = generator.Handle;
            return 0;
        }
        var words = Words;
        value->Pointer = (IntPtr)payload;
        value->Count = words;
        switch (kind)
        {
            case ValueKind.Longs: ((long[])reference!).CopyTo(new Span<long>(payload, words)); break;
            case ValueKind.Doubles: ((double[])reference!).CopyTo(new Span<double>(payload, words)); break;
            case ValueKind.Bools: CopyBools((bool[])reference!, payload); break;
            case ValueKind.Tensors: CopyHandles((Tensor?[])reference!, payload); break;
            case ValueKind.String: value->Count = Encoding.UTF8.GetBytes((string)reference!, new Span<byte>(payload, words * 8)); break;
            case ValueKind.Complex: CopyComplex((Scalar)reference!, (double*)payload); break;
        }
        return words;
    }

    private static unsafe void CopyBools(bool[] values, long* payload)
    {
        for (var i = 0; i < values.Length; i++)
            payload[i] = values[i] ? 1 : 0;
    }

    private static unsafe void CopyHandles(Tensor?[] tensors, long* payload)
    {
        for (var i = 0; i < tensors.Length; i++)
            payload[i] = tensors[i]?.Handle ?? 0;
    }

    private static unsafe void CopyComplex(Scalar value, double* payload)
    {
        payload[0] = value.Real;
        payload[1] = value.Imaginary;
    }
}
