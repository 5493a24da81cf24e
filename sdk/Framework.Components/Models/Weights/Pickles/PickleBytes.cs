using System.Buffers.Binary;
using System.Text;

namespace Framework.Components.Models.Weights.Pickles;

/// <summary>Reads a pickle's bytes one after the other, never past its end.</summary>
internal sealed class PickleBytes(MappedFile file, long start, long length)
{
    private const int LongestName = 255;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly long _end = start + length;

    /// <summary>The byte of the file that comes next.</summary>
    public long Position { get; private set; } = start;

    public byte Byte() => Take(1)[0];

    public int UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public double Float64() => BinaryPrimitives.ReadDoubleBigEndian(Take(8));

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _end - Position)
            throw file.Damaged($"its pickle ends at byte {_end:N0}, in the middle of a value");
        var bytes = file.Bytes(Position, count);
        Position += count;
        return bytes;
    }

    /// <summary>Text of a length in bytes.</summary>
    public string Text(int count)
    {
        try
        {
            return Utf8.GetString(Take(count));
        }
        catch (DecoderFallbackException)
        {
            throw file.Damaged($"the text before byte {Position:N0} is not UTF-8");
        }
    }

    /// <summary>A name up to the end of its line.</summary>
    public string Line()
    {
        var rest = file.Bytes(Position, (int)Math.Min(LongestName + 1, _end - Position));
        var length = rest.IndexOf((byte)'\n');
        if (length < 0)
            throw file.Damaged($"the name at byte {Position:N0} of its pickle does not end");
        var text = Text(length);
        Position++;
        return text;
    }
}
