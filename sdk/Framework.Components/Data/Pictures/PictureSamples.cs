using System.Buffers.Binary;

namespace Framework.Components.Data.Pictures;

/// <summary>From decoded samples, pixel by pixel, to an image, channel by channel.</summary>
internal static class PictureSamples
{
    public static Image ToImage(ReadOnlySpan<byte> samples, in PictureHeader header, PictureOptions options, SampleWorkspace workspace)
    {
        var channels = options.Channels switch { PictureChannels.Grey => 1, PictureChannels.Rgb => 3, _ => header.Colours };
        var encoding = new PixelEncoding { BitsStored = (int)header.Depth };
        var image = workspace.Allocate([channels, (int)header.Height, (int)header.Width], encoding: encoding);
        if (channels == 1 && header.Colours == 3)
            ReadLuma(samples, header, image.Channel(0));
        for (var channel = 0; channel < channels && channels >= header.Colours; channel++)
            ReadChannel(samples, header, Math.Min(channel, header.Colours - 1), image.Channel(channel));
        if (header.HasAlpha)
            Multiply(samples, header, image);
        return image;
    }

    private static void ReadChannel(ReadOnlySpan<byte> samples, in PictureHeader header, int channel, Span<float> to)
    {
        var (stride, wide) = ((int)header.Channels, header.BytesPerSample == 2);
        for (int i = 0, at = channel; i < to.Length; i++, at += stride)
            to[i] = wide ? BinaryPrimitives.ReadUInt16LittleEndian(samples[(2 * at)..]) : samples[at];
    }

    /// <summary>In whole numbers, with 16 bits for each weight, as the usual image libraries do.</summary>
    private static void ReadLuma(ReadOnlySpan<byte> samples, in PictureHeader header, Span<float> to)
    {
        const uint red = 19595, green = 38470, blue = 7471, half = 0x8000;
        var (stride, wide) = ((int)header.Channels, header.BytesPerSample == 2);
        for (int i = 0, at = 0; i < to.Length; i++, at += stride)
        {
            ulong sum = half + (red * Value(samples, at, wide)) + (green * Value(samples, at + 1, wide)) + (blue * Value(samples, at + 2, wide));
            to[i] = sum >> 16;
        }
    }

    private static void Multiply(ReadOnlySpan<byte> samples, in PictureHeader header, Image image)
    {
        var (stride, wide, white) = ((int)header.Channels, header.BytesPerSample == 2, (float)header.White);
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var pixels = image.Channel(channel);
            for (int i = 0, at = stride - 1; i < pixels.Length; i++, at += stride)
                pixels[i] *= Value(samples, at, wide) / white;
        }
    }

    private static ulong Value(ReadOnlySpan<byte> samples, int at, bool wide) =>
        wide ? BinaryPrimitives.ReadUInt16LittleEndian(samples[(2 * at)..]) : samples[at];
}
