using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Framework.Components.Audit;

/// <summary>Makes the fingerprint of an image.</summary>
/// <remarks>
/// The perceptual hash is that of the lowest frequencies of a cosine transform of the thumbnail, each above or below their median (Zauner 2010):
/// 8 x 8 of an image of 24 x 24 means, 4 x 4 x 4 of a volume of 12 x 12 x 8.
/// </remarks>
public static class Fingerprint
{
    private const int Side = 24;

    // Fine enough for soft tissue between air and bone, coarse enough for the noise of air to be nothing.
    private const int Levels = 1023;
    private static readonly (int X, int Y, int Z) Block = (12, 12, 8);

    /// <summary>The fingerprint of an image as it is loaded.</summary>
    /// <param name="image">Of any size; several channels count by their mean.</param>
    public static ImageFingerprint Of(Image image)
    {
        var hash = Hash(image);
        if (image.Length == 0 || !image.Pixels.ContainsAnyExcept(image.Pixels[0]))
            return new ImageFingerprint(hash, 0, []);
        var size = image.Dimensions == 2 || image.Depth == 1 ? (X: Side, Y: Side, Z: 1) : Block;
        var means = Thumbnails.Means(image, size);
        var (low, high) = (means.Min(), means.Max());
        if (!(high > low))
            return new ImageFingerprint(hash, 0, []);
        var perceptual = PerceptualHash.Of(means, size, size.Z == 1 ? (8, 8, 1) : (4, 4, 4));
        return new ImageFingerprint(hash, perceptual, Thumbnails.Ranks(Array.ConvertAll(means, mean => Math.Round((mean - low) / (high - low) * Levels))));
    }

    private static UInt128 Hash(Image image)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> size = stackalloc byte[sizeof(int)];
        foreach (var side in image.Shape)
        {
            BinaryPrimitives.WriteInt32LittleEndian(size, side);
            sha.AppendData(size);
        }

        sha.AppendData(MemoryMarshal.AsBytes(image.Pixels));
        return BinaryPrimitives.ReadUInt128BigEndian(sha.GetHashAndReset());
    }
}
