using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Framework.Components.Data.Cache;

/// <summary>Values as they are kept: in the smallest type that holds each of them exactly.</summary>
internal enum PixelType : byte
{
    /// <summary>32-bit floats.</summary>
    Float,

    /// <summary>Whole numbers of 0 to 255: masks, pictures.</summary>
    Byte,

    /// <summary>Whole numbers of 16 bits: stored values and Hounsfield units.</summary>
    Short,
}

/// <summary>From 32-bit floats to the smallest type that gives the same bits back, and back.</summary>
internal static class PixelValues
{
    /// <summary>Bytes of a value.</summary>
    public static int SizeOf(PixelType type) => type switch { PixelType.Byte => sizeof(byte), PixelType.Short => sizeof(short), _ => sizeof(float) };

    /// <summary>The smallest type that holds every value exactly; negative zero and what is no number need floats.</summary>
    public static PixelType Smallest(ReadOnlySpan<float> values)
    {
        var type = PixelType.Byte;
        foreach (var value in values)
        {
            var bits = BitConverter.SingleToInt32Bits(value);
            if (type == PixelType.Byte && (value is not (>= 0 and <= byte.MaxValue) || bits != BitConverter.SingleToInt32Bits((byte)value)))
                type = PixelType.Short;
            if (type == PixelType.Short && (value is not (>= short.MinValue and <= short.MaxValue) || bits != BitConverter.SingleToInt32Bits((short)value)))
                return PixelType.Float;
        }

        return type;
    }

    public static void Encode(ReadOnlySpan<float> values, PixelType type, Span<byte> to)
    {
        if (type == PixelType.Float)
        {
            MemoryMarshal.AsBytes(values).CopyTo(to);
            return;
        }

        var shorts = MemoryMarshal.Cast<byte, short>(to);
        for (var i = 0; i < values.Length; i++)
        {
            if (type == PixelType.Byte)
                to[i] = (byte)values[i];
            else
                shorts[i] = (short)values[i];
        }
    }

    public static void Decode(ReadOnlySpan<byte> kept, PixelType type, Span<float> to)
    {
        if (type == PixelType.Float)
            MemoryMarshal.Cast<byte, float>(kept).CopyTo(to);
        else if (type == PixelType.Byte)
            Decode(kept[..to.Length], to);
        else
            Decode(MemoryMarshal.Cast<byte, short>(kept)[..to.Length], to);
    }

    private static void Decode(ReadOnlySpan<short> kept, Span<float> to)
    {
        ref var from = ref MemoryMarshal.GetReference(kept);
        ref var target = ref MemoryMarshal.GetReference(to);
        var i = 0;
        for (; i <= to.Length - Vector256<short>.Count; i += Vector256<short>.Count)
        {
            var (low, high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            Vector256.ConvertToSingle(low).StoreUnsafe(ref target, (nuint)i);
            Vector256.ConvertToSingle(high).StoreUnsafe(ref target, (nuint)(i + Vector256<int>.Count));
        }

        for (; i < to.Length; i++)
            to[i] = Unsafe.Add(ref from, i);
    }

    private static void Decode(ReadOnlySpan<byte> kept, Span<float> to)
    {
        ref var from = ref MemoryMarshal.GetReference(kept);
        ref var target = ref MemoryMarshal.GetReference(to);
        var i = 0;
        for (; i <= to.Length - Vector128<byte>.Count; i += Vector128<byte>.Count)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            Store(low, ref target, i);
            Store(high, ref target, i + Vector128<ushort>.Count);
        }

        for (; i < to.Length; i++)
            to[i] = Unsafe.Add(ref from, i);
    }

    private static void Store(Vector128<ushort> values, ref float target, int at)
    {
        var (low, high) = Vector128.Widen(values.AsInt16());
        Vector128.ConvertToSingle(low).StoreUnsafe(ref target, (nuint)at);
        Vector128.ConvertToSingle(high).StoreUnsafe(ref target, (nuint)(at + Vector128<int>.Count));
    }
}
