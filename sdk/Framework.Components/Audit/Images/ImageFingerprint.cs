using System.Globalization;

namespace Framework.Components.Audit;

/// <summary>What tells whether two images are the same, or nearly so.</summary>
/// <param name="Pixels">The first 128 bits of the SHA-256 of the shape (32-bit integers) and the values (32-bit floats), little endian, as they are loaded.</param>
/// <param name="Perceptual">64 bits that hardly change when an image is brightened, blurred, resampled or stored with loss.</param>
/// <param name="Thumbnail">The image as few places, each by its rank of brightness among them, 0 to 255: bone and air do not outweigh what lies between them.</param>
public sealed record ImageFingerprint(UInt128 Pixels, ulong Perceptual, byte[] Thumbnail)
{
    /// <summary><see cref="Pixels"/> as 32 hexadecimal digits.</summary>
    public string PixelHash => Pixels.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>Whether all values are the same.</summary>
    public bool IsFlat => Thumbnail.Length == 0;

    /// <summary>Spearman's correlation of two thumbnails; 0 where they are of different kinds.</summary>
    public double Correlation(ImageFingerprint other)
    {
        if (IsFlat || Thumbnail.Length != other.Thumbnail.Length)
            return 0;
        var (a, b, ab, aa, bb) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < Thumbnail.Length; i++)
        {
            var (x, y) = ((double)Thumbnail[i], (double)other.Thumbnail[i]);
            a += x;
            b += y;
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }

        var n = Thumbnail.Length;
        var spread = Math.Sqrt(((n * aa) - (a * a)) * ((n * bb) - (b * b)));
        return spread > 0 ? ((n * ab) - (a * b)) / spread : 0;
    }
}
