using System.Buffers.Binary;

namespace FellowOakDicom.Imaging.Codec;

// RLE Lossless (PS3.5 annex G): one run-length coded segment for each byte of each sample, the high bytes first. Done here
// and not with GDCM, whose version 3.0.21 mixes up the bytes of colour pixels of 16 bits.
internal static class RleDecoder
{
    private const int HeaderLength = 64;
    private const int MostPerByte = 64; // two bytes stand for up to 128 pixels

    public static void Check(DicomPixelData pixels, ReadOnlySpan<byte> stream)
    {
        CheckHeader(stream, pixels.SamplesPerPixel * pixels.BytesAllocated);
        if (pixels.UncompressedFrameSize > (long)MostPerByte * (stream.Length - HeaderLength))
            throw new DicomCodecException($"the dataset says {pixels.UncompressedFrameSize:N0} bytes; a compressed stream of {stream.Length:N0} bytes holds at most {MostPerByte * (stream.Length - HeaderLength):N0}.");
    }

    public static void Decode(DicomPixelData pixels, ReadOnlySpan<byte> stream, Span<byte> output)
    {
        var bytes = pixels.BytesAllocated;
        var samples = pixels.SamplesPerPixel;
        var count = CheckHeader(stream, samples * bytes);
        for (var i = 0; i < count; i++)
        {
            var from = Offset(stream, i);
            var to = i + 1 < count ? Offset(stream, i + 1) : stream.Length;
            if (from < HeaderLength || from >= to || to > stream.Length)
                throw new DicomCodecException($"segment {i + 1} of the compressed stream begins at byte {from:N0} and ends at {to:N0} of {stream.Length:N0}.");
            var (sample, place) = (i / bytes, bytes - 1 - i % bytes);
            var written = DecodeSegment(stream[from..to], output, sample * bytes + place, samples * bytes);
            if (written < output.Length / (samples * bytes))
                throw new DicomCodecException($"segment {i + 1} of the compressed stream ends after {written:N0} of {output.Length / (samples * bytes):N0} pixels.");
        }
    }

    private static int CheckHeader(ReadOnlySpan<byte> stream, int expected)
    {
        if (stream.Length <= HeaderLength)
            throw new DicomCodecException($"the compressed stream has {stream.Length} bytes; its header alone takes {HeaderLength}.");
        var segments = BinaryPrimitives.ReadUInt32LittleEndian(stream);
        return segments == expected && expected <= 15
            ? expected
            : throw new DicomCodecException($"the compressed stream has {segments} segments; {expected} were expected.");
    }

    private static int Offset(ReadOnlySpan<byte> stream, int segment) =>
        (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(stream[(4 + segment * 4)..]), int.MaxValue);

    // A byte n below 128: n + 1 bytes follow as they are. Above 128: the next byte stands 257 - n times. Returns the pixels written.
    private static int DecodeSegment(ReadOnlySpan<byte> segment, Span<byte> output, int first, int step)
    {
        var at = first;
        var pixels = 0;
        for (var i = 0; i + 1 < segment.Length && at < output.Length;)
        {
            var control = segment[i++];
            if (control == 128)
                continue;
            var repeated = control > 128;
            var count = repeated ? 257 - control : Math.Min(control + 1, segment.Length - i);
            for (var k = 0; k < count && at < output.Length; k++, at += step, pixels++)
                output[at] = segment[repeated ? i : i + k];
            i += repeated ? 1 : count;
        }
        return pixels;
    }
}
