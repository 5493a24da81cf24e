namespace Framework.Components.Transforms.Spatial;

/// <summary>How values between pixels are made.</summary>
public enum Interpolation
{
    /// <summary>Linear between neighbours; when shrinking, every input pixel counts (a triangle filter as wide as the shrinking), as in PIL and torch's <c>antialias=True</c>.</summary>
    BilinearAntialiased,

    /// <summary>Linear between the two nearest input pixels along each axis, whatever the shrinking; torch's <c>bilinear</c> with <c>align_corners=False</c>.</summary>
    Bilinear,

    /// <summary>The input pixel whose area holds the output pixel's centre; torch's <c>nearest-exact</c>. Masks are always resized so.</summary>
    Nearest,

    /// <summary>Cubic convolution over four pixels along each axis (Keys 1981, a = -1/2), whatever the shrinking.</summary>
    Cubic,
}
