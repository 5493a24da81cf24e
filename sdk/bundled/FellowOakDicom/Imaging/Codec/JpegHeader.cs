using System.Buffers.Binary;

namespace FellowOakDicom.Imaging.Codec;

// What the start-of-frame segment of a JPEG or JPEG-LS stream says.
internal readonly record struct JpegHeader(byte Process, int Precision, int Columns, int Rows, int Samples)
{
    public const byte Baseline = 0xc0;
    public const byte Extended = 0xc1;
    public const byte Lossless = 0xc3;
    public const byte JpegLs = 0xf7;

    // Null where the segments before the first scan are not as they must be.
    public static JpegHeader? Read(ReadOnlySpan<byte> stream)
    {
        if (stream.Length < 4 || stream[0] != 0xff || stream[1] != 0xd8)
            return null;
        JpegHeader? frame = null;
        for (var at = 2; at + 4 <= stream.Length && stream[at] == 0xff;)
        {
            var marker = stream[at + 1];
            if (marker == 0xff)
            {
                at++; // a fill byte
                continue;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(stream[(at + 2)..]);
            if (length < 2 || at + 2 + length > stream.Length)
                return null;
            if (marker == 0xda)
                return frame;
            if (IsFrame(marker))
                frame = frame is null ? Frame(marker, stream.Slice(at + 4, length - 2)) : null;
            at += 2 + length;
        }
        return null;
    }

    private static bool IsFrame(byte marker) => marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc) or JpegLs;

    // Precision, rows, columns, and for each component its number, sampling factors and table.
    private static JpegHeader? Frame(byte marker, ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6 || segment.Length < 6 + 3 * segment[5])
            return null;
        for (var i = 0; i < segment[5]; i++)
            if ((segment[7 + 3 * i] >> 4) is < 1 or > 4 || (segment[7 + 3 * i] & 15) is < 1 or > 4)
                return null;
        return new JpegHeader(marker, segment[0], BinaryPrimitives.ReadUInt16BigEndian(segment[3..]),
            BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), segment[5]);
    }
}
