using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using Framework.Components.Audit;

namespace Framework.Components.Tests.Audit;

public sealed class FingerprintTests
{
    [Fact]
    public void Of_Image_HashesShapeAndValues()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 2, 3]);
        var bytes = new byte[3 * 4 + 6 * 4];
        int[] shape = [1, 2, 3];
        for (var i = 0; i < 3; i++)
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(i * 4), shape[i]);
        for (var i = 0; i < 6; i++)
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(12 + (i * 4)), image.Pixels[i] = i / 2f);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes))[..32], Fingerprint.Of(image).PixelHash);
    }

    [Fact]
    public void Of_ImageOf24By24_HasItsRanksAsThumbnail()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 24, 24]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i % 256;
        var thumbnail = Fingerprint.Of(image).Thumbnail;
        // Values up to 63 are there three times, the others twice.
        Assert.Equal(Enumerable.Range(0, 576).Select(i => i % 256).Select(value => value < 64 ? (3 * value) + 1 : 192 + (2 * (value - 64)) + 0.5).Select(rank => (byte)Math.Round(rank / 575 * 255)), thumbnail);
    }

    [Fact]
    public void Of_ImageTwiceAsLarge_HasMeansOfFourPixels()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 48, 48]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i % 2 == 0 ? i % 48 : (i % 48) + 10;
        // Columns of means: 2k + 5.5 for block k, each 24 times, so that column k has the ranks from 24k to 24k + 23.
        Assert.Equal(Enumerable.Range(0, 24).Select(k => (byte)Math.Round(((24 * k) + 11.5) / 575 * 255)), Fingerprint.Of(image).Thumbnail[..24]);
    }

    [Fact]
    public void Of_Volume_HasAThumbnailOfBlocksAndChangesWithItsSlices()
    {
        using var workspace = new SampleWorkspace();
        ImageFingerprint Print(int turned)
        {
            var image = workspace.Allocate([1, 16, 24, 24]);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = ((i / 576) + turned) % 16 < 5 ? i % 24 : i / 24 % 24;
            return Fingerprint.Of(image);
        }

        Assert.Equal(12 * 12 * 8, Print(0).Thumbnail.Length);
        Assert.True(BitOperations.PopCount(Print(0).Perceptual ^ Print(8).Perceptual) > 6);
        Assert.Equal(1, Print(0).Correlation(Print(0)), 1e-12);
    }

    [Fact]
    public void PixelHash_Zeroes_HasAllDigits() => Assert.Equal(new string('0', 31) + "a", new ImageFingerprint(10, 0, []).PixelHash.ToLower(CultureInfo.InvariantCulture));
}
