using Framework.Sdk;

namespace Framework.Benchmarks;

/// <summary>Hounsfield units of an elliptic head with noise of 12 units in air without any: what a scanner's reconstruction leaves of it.</summary>
internal static class NoisyHead
{
    public static void Fill(Image image)
    {
        // Sums of four bytes stand in for a normal distribution: a tenth of the time.
        var random = new RandomStream(7);
        var area = image.Width * image.Height;
        for (var i = 0; i < image.Length; i++)
        {
            var (x, y) = ((2.0 * (i % image.Width) / image.Width) - 1, (2.0 * (i % area / image.Width) / image.Height) - 1);
            image.Pixels[i] = (x * x / 0.36) + (y * y / 0.64) < 1 ? 40 + Noise(random.NextBits()) : -1000;
        }
    }

    private static int Noise(ulong bits)
    {
        var sum = (int)(bits & 255) + (int)((bits >> 8) & 255) + (int)((bits >> 16) & 255) + (int)((bits >> 24) & 255);
        return (sum - 510) * 12 / 148;
    }
}
