namespace Framework.Components.Data.Npz;

/// <summary>The numbers of an array: NumPy's type code without the byte order.</summary>
/// <param name="Kind">b truth values, u and i whole numbers, f real ones.</param>
/// <param name="Size">Bytes of one.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
internal readonly record struct NpyType(char Kind, int Size, bool BigEndian)
{
    private static readonly string[] Known = ["b1", "u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f2", "f4", "f8"];

    /// <summary>Reads a type such as <c>&lt;f4</c>; null where it is of no numbers.</summary>
    public static NpyType? Parse(string text) =>
        text.Length == 3 && text[0] is '<' or '>' or '|' or '=' && Known.Contains(text[1..]) ? new NpyType(text[1], text[2] - '0', text[0] == '>') : null;

    /// <summary>The number that stands in these bytes.</summary>
    public float Value(ReadOnlySpan<byte> bytes)
    {
        ulong bits = 0;
        for (var i = 0; i < Size; i++)
            bits |= (ulong)bytes[BigEndian ? Size - 1 - i : i] << (8 * i);
        return (Kind, Size) switch
        {
            ('f', 2) => (float)BitConverter.UInt16BitsToHalf((ushort)bits),
            ('f', 4) => BitConverter.UInt32BitsToSingle((uint)bits),
            ('f', _) => (float)BitConverter.UInt64BitsToDouble(bits),
            ('i', _) => (long)(bits << (64 - (8 * Size))) >> (64 - (8 * Size)),
            _ => bits,
        };
    }
}
