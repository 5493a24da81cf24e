namespace Framework.Components.Reporting;

/// <summary>A colour picture under construction; white where nothing was set.</summary>
internal sealed class RgbCanvas
{
    private readonly byte[] _pixels;

    public RgbCanvas(int width, int height)
    {
        (Width, Height) = (width, height);
        _pixels = new byte[width * height * 3];
        Array.Fill(_pixels, byte.MaxValue);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Sets a pixel: a grey level in [0, 1] under a colour, red for above 0 and blue for below, as opaque as the number is far from 0.</summary>
    public void Set(int x, int y, float gray, float tint)
    {
        // Okabe and Ito's vermilion and blue: told apart with any colour vision.
        ReadOnlySpan<float> color = tint > 0 ? [213, 94, 0] : [0, 114, 178];
        var opacity = Math.Min(Math.Abs(tint), 1);
        for (var channel = 0; channel < 3; channel++)
            _pixels[(((y * Width) + x) * 3) + channel] = (byte)MathF.Round((gray * 255 * (1 - opacity)) + (color[channel] * opacity));
    }

    public byte[] ToPng() => PngFile.Encode(Width, Height, 3, _pixels);
}
