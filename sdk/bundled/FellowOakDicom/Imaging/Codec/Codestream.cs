using System.Buffers.Binary;

namespace FellowOakDicom.Imaging.Codec;

// Holds what a compressed stream says of its size against the dataset, before native code trusts either.
internal static class Codestream
{
    // The start of a codestream and the marker of its size.
    public static ReadOnlySpan<byte> Jpeg2000Start => [0xff, 0x4f, 0xff, 0x51];

    public static bool IsJpeg2000(DicomTransferSyntax syntax) =>
        syntax.UID.UID is "1.2.840.10008.1.2.4.90" or "1.2.840.10008.1.2.4.91" or "1.2.840.10008.1.2.4.92" or "1.2.840.10008.1.2.4.93";

    public static void Check(DicomPixelData pixels, ReadOnlySpan<byte> stream)
    {
        var (columns, rows, samples) = (IsJpeg2000(pixels.Syntax) ? Jpeg2000Size(stream) : JpegSize(stream))
            ?? throw new DicomCodecException("the compressed stream has no header that says its size.");
        if (columns != pixels.Width || rows != pixels.Height || samples != pixels.SamplesPerPixel)
            throw new DicomCodecException($"the compressed stream holds {columns} x {rows} pixels of {samples} samples; "
                + $"the dataset says {pixels.Width} x {pixels.Height} of {pixels.SamplesPerPixel}.");
    }

    // The start-of-frame segment, which JPEG and JPEG-LS share.
    private static (int Columns, int Rows, int Samples)? JpegSize(ReadOnlySpan<byte> stream)
    {
        var at = 2;
        while (at + 9 < stream.Length && stream[at] == 0xff)
        {
            var marker = stream[at + 1];
            if (marker == 0xff)
            {
                at++; // a fill byte
                continue;
            }
            if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc) || marker == 0xf7)
                return (BinaryPrimitives.ReadUInt16BigEndian(stream[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(stream[(at + 5)..]), stream[at + 9]);
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(stream[(at + 2)..]);
        }
        return null;
    }

    // The SIZ segment: the extent of the reference grid less the offset of the image in it.
    private static (int Columns, int Rows, int Samples)? Jpeg2000Size(ReadOnlySpan<byte> stream)
    {
        var start = stream.IndexOf(Jpeg2000Start);
        if (start < 0 || start + 42 > stream.Length)
            return null;
        var siz = stream[(start + 8)..];
        var columns = BinaryPrimitives.ReadUInt32BigEndian(siz) - (long)BinaryPrimitives.ReadUInt32BigEndian(siz[8..]);
        var rows = BinaryPrimitives.ReadUInt32BigEndian(siz[4..]) - (long)BinaryPrimitives.ReadUInt32BigEndian(siz[12..]);
        return ((int)Math.Clamp(columns, 0, int.MaxValue), (int)Math.Clamp(rows, 0, int.MaxValue), BinaryPrimitives.ReadUInt16BigEndian(siz[32..]));
    }
}
