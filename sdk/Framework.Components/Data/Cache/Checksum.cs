using System.Numerics;
using System.Runtime.InteropServices;

namespace Framework.Components.Data.Cache;

/// <summary>A checksum of 128 bits: four CRC-32C (Castagnoli 1993) of every fourth word of eight bytes, and the length in each.</summary>
/// <remarks>The processor has an instruction for CRC-32C; four that do not wait for each other keep up with memory. It finds damage, not malice.</remarks>
internal struct Checksum()
{
    private const int Block = 4 * sizeof(ulong);

    private uint _first = 0xFFFFFFFF, _second = 0xFFFFFFFE, _third = 0xFFFFFFFD, _fourth = 0xFFFFFFFC;
    private ulong _length;

    /// <summary>The checksum of what was added.</summary>
    public readonly UInt128 Value => new(
        ((ulong)BitOperations.Crc32C(_first, _length) << 32) | BitOperations.Crc32C(_second, _length),
        ((ulong)BitOperations.Crc32C(_third, _length) << 32) | BitOperations.Crc32C(_fourth, _length));

    public static UInt128 Of(ReadOnlySpan<byte> data)
    {
        var sum = new Checksum();
        sum.Add(data);
        return sum.Value;
    }

    /// <summary>Adds bytes; each call but the last a multiple of 32.</summary>
    public void Add(ReadOnlySpan<byte> data)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(data[..(data.Length / Block * Block)]);
        var (first, second, third, fourth) = (_first, _second, _third, _fourth);
        for (var i = 0; i < words.Length; i += 4)
        {
            first = BitOperations.Crc32C(first, words[i]);
            second = BitOperations.Crc32C(second, words[i + 1]);
            third = BitOperations.Crc32C(third, words[i + 2]);
            fourth = BitOperations.Crc32C(fourth, words[i + 3]);
        }

        foreach (var rest in data[(words.Length * sizeof(ulong))..])
            first = BitOperations.Crc32C(first, rest);
        (_first, _second, _third, _fourth) = (first, second, third, fourth);
        _length += (ulong)data.Length;
    }
}
