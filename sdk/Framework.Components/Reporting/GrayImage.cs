namespace Framework.Components.Reporting;

/// <summary>An 8-bit grey image that can be written as PNG.</summary>
/// <param name="Width">Columns.</param>
/// <param name="Height">Rows.</param>
/// <param name="Pixels">Row-major, 0 black to 255 white.</param>
public sealed record GrayImage(int Width, int Height, byte[] Pixels)
{
    /// <summary>Maps one channel of values to grey levels.</summary>
    /// <param name="values">Row-major, <paramref name="height"/> rows of <paramref name="width"/>.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="low">The value that becomes black.</param>
    /// <param name="high">The value that becomes white.</param>
    public static GrayImage From(ReadOnlySpan<float> values, int width, int height, float low, float high)
    {
        var pixels = new byte[width * height];
        var scale = high > low ? 255 / (high - low) : 0;
        for (var i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Clamp(MathF.Round((values[i] - low) * scale), 0, 255);
        return new GrayImage(width, height, pixels);
    }

    /// <summary>The image as a PNG file: grey, 8 bits.</summary>
    public byte[] ToPng() => PngFile.Encode(Width, Height, 1, Pixels);
}
