using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace FellowOakDicom.IO;

/// <summary>A byte order.</summary>
public struct Endian
{
    public static readonly Endian Little = new(false);
    public static readonly Endian Big = new(true);
    public static readonly Endian LocalMachine = BitConverter.IsLittleEndian ? Little : Big;
    public static readonly Endian Network = Big;

    private readonly bool _big;

    private Endian(bool big) => _big = big;

    internal readonly bool IsBig => _big;

    public static bool operator ==(Endian e1, Endian e2) => e1._big == e2._big;

    public static bool operator !=(Endian e1, Endian e2) => e1._big != e2._big;

    public static short Swap(short value) => BinaryPrimitives.ReverseEndianness(value);

    public static ushort Swap(ushort value) => BinaryPrimitives.ReverseEndianness(value);

    public static int Swap(int value) => BinaryPrimitives.ReverseEndianness(value);

    public static uint Swap(uint value) => BinaryPrimitives.ReverseEndianness(value);

    public static long Swap(long value) => BinaryPrimitives.ReverseEndianness(value);

    public static ulong Swap(ulong value) => BinaryPrimitives.ReverseEndianness(value);

    public static void SwapBytes(int bytesToSwap, byte[] bytes) => SwapBytes(bytesToSwap, bytes, bytes.Length);

    /// <summary>Reverses each group of 2, 4 or 8 bytes among the first <paramref name="count"/>, in place; a rest stays.</summary>
    public static void SwapBytes(int bytesToSwap, byte[] bytes, int count) => SwapBytes(bytesToSwap, bytes.AsSpan(0, count));

    public static void SwapBytes2(byte[] bytes) => SwapBytes(2, bytes);

    public static void SwapBytes2(byte[] bytes, int count) => SwapBytes(2, bytes, count);

    public static void SwapBytes4(byte[] bytes) => SwapBytes(4, bytes);

    public static void SwapBytes4(byte[] bytes, int count) => SwapBytes(4, bytes, count);

    public override readonly bool Equals(object obj) => obj is Endian other && this == other;

    public override readonly int GetHashCode() => _big.GetHashCode();

    public override readonly string ToString() => _big ? "Big Endian" : "Little Endian";

    internal static void SwapBytes(int unit, Span<byte> bytes)
    {
        switch (unit)
        {
            case 2:
                Swap(MemoryMarshal.Cast<byte, ushort>(bytes), BinaryPrimitives.ReverseEndianness);
                break;
            case 4:
                Swap(MemoryMarshal.Cast<byte, uint>(bytes), BinaryPrimitives.ReverseEndianness);
                break;
            case 8:
                Swap(MemoryMarshal.Cast<byte, ulong>(bytes), BinaryPrimitives.ReverseEndianness);
                break;
        }
    }

    private static void Swap<T>(Span<T> values, SpanReversal<T> reverse) => reverse(values, values);

    private delegate void SpanReversal<T>(ReadOnlySpan<T> source, Span<T> destination);
}
