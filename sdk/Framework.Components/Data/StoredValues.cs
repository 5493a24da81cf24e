using System.Numerics;
using System.Runtime.InteropServices;
using Framework.Components.Transforms;

namespace Framework.Components.Data;

/// <summary>From the bytes of a slice to its stored values: only the stored bits count, and a sign fills what lies above.</summary>
internal static class StoredValues
{
    /// <param name="bytes">Little endian, row by row.</param>
    /// <param name="values">One for each pixel.</param>
    /// <param name="layout">How the bits lie.</param>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<float> values, SliceLayout layout)
    {
        // Up to the top and down again leaves the stored bits alone, and spreads the sign if there is one.
        var (up, down) = (15 - layout.HighBit, 16 - layout.BitsStored);
        if (layout.BitsAllocated == 8)
            DecodeBytes(bytes, values, (7 - layout.HighBit, 8 - layout.BitsStored), layout.Signed);
        else if (layout.Signed)
            DecodeSigned(MemoryMarshal.Cast<byte, short>(bytes), values, up, down);
        else
            DecodeUnsigned(MemoryMarshal.Cast<byte, ushort>(bytes), values, up, down);
        if (layout.Inverted)
            LinearMap.Apply(values, values, -1, layout.Signed ? -1 : (1 << layout.BitsStored) - 1);
    }

    public static void DecodeUnsigned(ReadOnlySpan<ushort> stored, Span<float> values, int up, int down)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<ushort>.Count; i += Vector<ushort>.Count)
        {
            Vector.Widen(new Vector<ushort>(stored[i..]) << up >>> down, out var low, out var high);
            Vector.ConvertToSingle(Vector.AsVectorInt32(low)).CopyTo(values[i..]);
            Vector.ConvertToSingle(Vector.AsVectorInt32(high)).CopyTo(values[(i + Vector<int>.Count)..]);
        }

        for (; i < stored.Length; i++)
            values[i] = (ushort)(stored[i] << up) >> down;
    }

    public static void DecodeSigned(ReadOnlySpan<short> stored, Span<float> values, int up, int down)
    {
        var i = 0;
        for (; i <= stored.Length - Vector<short>.Count; i += Vector<short>.Count)
        {
            Vector.Widen(new Vector<short>(stored[i..]) << up >> down, out var low, out var high);
            Vector.ConvertToSingle(low).CopyTo(values[i..]);
            Vector.ConvertToSingle(high).CopyTo(values[(i + Vector<int>.Count)..]);
        }

        for (; i < stored.Length; i++)
            values[i] = (short)(stored[i] << up) >> down;
    }

    private static void DecodeBytes(ReadOnlySpan<byte> stored, Span<float> values, (int Up, int Down) shift, bool signed)
    {
        for (var i = 0; i < stored.Length; i++)
        {
            var top = (byte)(stored[i] << shift.Up);
            values[i] = signed ? (sbyte)top >> shift.Down : top >> shift.Down;
        }
    }
}
