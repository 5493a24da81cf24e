using System.Buffers.Binary;

namespace FellowOakDicom.Imaging.Codec;

// Holds what a compressed stream says of itself against the dataset, before native code, which may abort, trusts either.
internal static class Codestream
{
    // What a blank image shrinks to is far below; a small file that claims gigabytes is none.
    private const long AlwaysRead = 64 << 20;
    private const int MostPerByte = 1000;

    // The start of a JPEG 2000 codestream and the marker of its size.
    public static ReadOnlySpan<byte> Jpeg2000Start => [0xff, 0x4f, 0xff, 0x51];

    private static ReadOnlySpan<byte> EndOfImage => [0xff, 0xd9];

    public static bool IsJpeg2000(DicomTransferSyntax syntax) =>
        syntax.UID.UID is "1.2.840.10008.1.2.4.90" or "1.2.840.10008.1.2.4.91" or "1.2.840.10008.1.2.4.92" or "1.2.840.10008.1.2.4.93";

    public static void Check(DicomPixelData pixels, ReadOnlySpan<byte> stream)
    {
        CheckAttributes(pixels);
        if (IsJpeg2000(pixels.Syntax))
            CheckJpeg2000(pixels, stream);
        else if (Processes(pixels.Syntax) is { } processes)
            CheckJpeg(pixels, stream, processes);
        else
            throw new DicomCodecException("this compression is not supported. RLE, JPEG, JPEG-LS and JPEG 2000 are.");
        if (pixels.UncompressedFrameSize > Math.Max(AlwaysRead, (long)MostPerByte * stream.Length))
            throw new DicomCodecException($"the compressed stream of {stream.Length:N0} bytes claims an image of {pixels.UncompressedFrameSize:N0}. Above 64 MB at most {MostPerByte:N0} times the stream is read.");
    }

    private static void CheckAttributes(DicomPixelData pixels)
    {
        if (pixels.BitsAllocated is not (8 or 16) || pixels.BitsStored < 1 || pixels.BitsStored > pixels.BitsAllocated || pixels.HighBit != pixels.BitsStored - 1)
            throw new DicomCodecException($"Bits Allocated {pixels.BitsAllocated}, Bits Stored {pixels.BitsStored} and High Bit {pixels.HighBit} do not fit together. "
                + "8 or 16 bits are allocated, and the lowest of them stored.");
        if (pixels.PixelRepresentation is not (PixelRepresentation.Unsigned or PixelRepresentation.Signed))
            throw new DicomCodecException($"Pixel Representation is {(int)pixels.PixelRepresentation}; 0 or 1 were expected.");
        if (pixels.PlanarConfiguration is not (PlanarConfiguration.Interleaved or PlanarConfiguration.Planar))
            throw new DicomCodecException($"Planar Configuration is {(int)pixels.PlanarConfiguration}; 0 or 1 were expected.");
        if (pixels.SamplesPerPixel is not (1 or 3))
            throw new DicomCodecException($"Samples per Pixel is {pixels.SamplesPerPixel}; 1 or 3 are supported.");
        if (pixels.Width == 0 || pixels.Height == 0)
            throw new DicomCodecException($"the image has {pixels.Width} x {pixels.Height} pixels.");
        if (!PhotometricFits(pixels.PhotometricInterpretation.Value, pixels.SamplesPerPixel))
            throw new DicomCodecException($"Photometric Interpretation '{pixels.PhotometricInterpretation.Value}' does not go with {pixels.SamplesPerPixel} samples per pixel.");
    }

    private static bool PhotometricFits(string value, int samples) => value switch
    {
        "MONOCHROME1" or "MONOCHROME2" or "PALETTE COLOR" => samples == 1,
        "RGB" or "YBR_FULL" or "YBR_FULL_422" or "YBR_RCT" or "YBR_ICT" => samples == 3,
        _ => false,
    };

    private static byte[] Processes(DicomTransferSyntax syntax) => syntax.UID.UID switch
    {
        "1.2.840.10008.1.2.4.50" => [JpegHeader.Baseline],
        "1.2.840.10008.1.2.4.51" => [JpegHeader.Baseline, JpegHeader.Extended],
        "1.2.840.10008.1.2.4.57" or "1.2.840.10008.1.2.4.70" => [JpegHeader.Lossless],
        "1.2.840.10008.1.2.4.80" or "1.2.840.10008.1.2.4.81" => [JpegHeader.JpegLs],
        _ => null,
    };

    private static void CheckJpeg(DicomPixelData pixels, ReadOnlySpan<byte> stream, byte[] processes)
    {
        var header = JpegHeader.Read(stream) ?? throw new DicomCodecException("the compressed stream has no header that says its size.");
        if (!processes.Contains(header.Process))
            throw new DicomCodecException($"the compressed stream is of another kind: its frame begins with the marker 0x{header.Process:x2}.");
        // Else JPEG decoders fill the rest with grey and say nothing, and that of JPEG-LS goes on for long.
        if (!stream.TrimEnd([(byte)0, (byte)0xff]).EndsWith(EndOfImage)) // padding aside
            throw new DicomCodecException("the compressed stream is cut off: its end is not marked.");
        CheckSize(pixels, header.Columns, header.Rows, header.Samples);
        CheckPrecision(pixels, header.Precision, header.Process == JpegHeader.Lossless || header.Process == JpegHeader.JpegLs ? 2 : 8);
    }

    // The SIZ segment: the extent of the reference grid less the offset of the image in it; then for each component its
    // precision less 1, whose highest bit is its sign, and its sampling.
    private static void CheckJpeg2000(DicomPixelData pixels, ReadOnlySpan<byte> stream)
    {
        var start = stream.IndexOf(Jpeg2000Start);
        var samples = pixels.SamplesPerPixel;
        if (start < 0 || start + 42 + 3 * samples > stream.Length)
            throw new DicomCodecException("the compressed stream has no header that says its size.");
        var size = stream[(start + 8)..];
        var columns = BinaryPrimitives.ReadUInt32BigEndian(size) - (long)BinaryPrimitives.ReadUInt32BigEndian(size[8..]);
        var rows = BinaryPrimitives.ReadUInt32BigEndian(size[4..]) - (long)BinaryPrimitives.ReadUInt32BigEndian(size[12..]);
        CheckSize(pixels, columns, rows, BinaryPrimitives.ReadUInt16BigEndian(size[32..]));
        for (var i = 0; i < samples; i++)
        {
            CheckPrecision(pixels, (size[34 + 3 * i] & 0x7f) + 1, 1);
            if (size[35 + 3 * i] != 1 || size[36 + 3 * i] != 1)
                throw new DicomCodecException("the components of the compressed stream are not of the size of the image.");
        }
    }

    private static void CheckSize(DicomPixelData pixels, long columns, long rows, int samples)
    {
        if (columns != pixels.Width || rows != pixels.Height || samples != pixels.SamplesPerPixel)
            throw new DicomCodecException($"the compressed stream holds {columns} x {rows} pixels of {samples} samples; "
                + $"the dataset says {pixels.Width} x {pixels.Height} of {pixels.SamplesPerPixel}.");
    }

    private static void CheckPrecision(DicomPixelData pixels, int precision, int least)
    {
        if (precision < least || precision > pixels.BitsAllocated || (precision > 8) != (pixels.BitsAllocated > 8))
            throw new DicomCodecException($"the compressed stream holds samples of {precision} bits; the dataset allocates {pixels.BitsAllocated}.");
    }
}
