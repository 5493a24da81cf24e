using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Framework.Components.Data.Volumes;

/// <summary>From the bytes of voxels to their values. Scaling is done in float64, and rounded to float32 once.</summary>
internal static class VoxelDecoder
{
    /// <param name="bytes">Whole voxels; their bytes are turned round in place where the file is big-endian.</param>
    /// <param name="values">One for each voxel.</param>
    /// <param name="format">How the voxels lie.</param>
    public static void Decode(Span<byte> bytes, Span<float> values, VoxelFormat format)
    {
        if (format.BigEndian)
            Reverse(bytes, format.Bytes);
        if (!DecodeExactly(bytes, values, format.Type))
            DecodeWide(bytes, values, format);
        else if (format.IsScaled)
            Scale(values, format.Slope, format.Intercept);
    }

    /// <summary>Types whose every value is a float32.</summary>
    private static bool DecodeExactly(ReadOnlySpan<byte> bytes, Span<float> values, VoxelType type)
    {
        switch (type)
        {
            case VoxelType.UInt8:
                Widen(bytes, values);
                return true;
            case VoxelType.Int8:
                Widen(MemoryMarshal.Cast<byte, sbyte>(bytes), values);
                return true;
            case VoxelType.UInt16:
                StoredValues.DecodeUnsigned(MemoryMarshal.Cast<byte, ushort>(bytes), values, 0, 0);
                return true;
            case VoxelType.Int16:
                StoredValues.DecodeSigned(MemoryMarshal.Cast<byte, short>(bytes), values, 0, 0);
                return true;
            case VoxelType.Float32:
                MemoryMarshal.Cast<byte, float>(bytes).CopyTo(values);
                return true;
            default:
                return false;
        }
    }

    private static void DecodeWide(ReadOnlySpan<byte> bytes, Span<float> values, VoxelFormat format)
    {
        switch (format.Type)
        {
            case VoxelType.UInt32:
                Map(MemoryMarshal.Cast<byte, uint>(bytes), values, format);
                break;
            case VoxelType.Int32:
                Map(MemoryMarshal.Cast<byte, int>(bytes), values, format);
                break;
            case VoxelType.UInt64:
                Map(MemoryMarshal.Cast<byte, ulong>(bytes), values, format);
                break;
            case VoxelType.Int64:
                Map(MemoryMarshal.Cast<byte, long>(bytes), values, format);
                break;
            default:
                Map(MemoryMarshal.Cast<byte, double>(bytes), values, format);
                break;
        }
    }

    private static void Widen<T>(ReadOnlySpan<T> stored, Span<float> values)
        where T : INumberBase<T>
    {
        for (var i = 0; i < stored.Length; i++)
            values[i] = float.CreateTruncating(stored[i]);
    }

    private static void Map<T>(ReadOnlySpan<T> stored, Span<float> values, VoxelFormat format)
        where T : INumberBase<T>
    {
        var (slope, intercept) = (format.Slope, format.Intercept);
        if (format.IsScaled)
            for (var i = 0; i < stored.Length; i++)
                values[i] = (float)((double.CreateTruncating(stored[i]) * slope) + intercept);
        else
            for (var i = 0; i < stored.Length; i++)
                values[i] = (float)double.CreateTruncating(stored[i]);
    }

    public static void Scale(Span<float> values, double slope, double intercept)
    {
        var (slopes, intercepts) = (new Vector<double>(slope), new Vector<double>(intercept));
        var i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector.Widen(new Vector<float>(values[i..]), out var low, out var high);
            Vector.Narrow((low * slopes) + intercepts, (high * slopes) + intercepts).CopyTo(values[i..]);
        }

        for (; i < values.Length; i++)
            values[i] = (float)((values[i] * slope) + intercept);
    }

    private static void Reverse(Span<byte> bytes, int size)
    {
        if (size == 2)
            Reverse<ushort>(bytes, BinaryPrimitives.ReverseEndianness);
        else if (size == 4)
            Reverse<uint>(bytes, BinaryPrimitives.ReverseEndianness);
        else if (size == 8)
            Reverse<ulong>(bytes, BinaryPrimitives.ReverseEndianness);
    }

    private static void Reverse<T>(Span<byte> bytes, Reversal<T> reverse)
        where T : struct
    {
        var numbers = MemoryMarshal.Cast<byte, T>(bytes);
        reverse(numbers, numbers);
    }

    private delegate void Reversal<T>(ReadOnlySpan<T> from, Span<T> to);
}
