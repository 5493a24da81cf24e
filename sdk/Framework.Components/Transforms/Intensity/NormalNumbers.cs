using System.Runtime.Intrinsics;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Normal random numbers by position, sixteen at a time (Box and Muller 1958).</summary>
/// <remarks>
/// Eight draws of a stream make sixteen numbers. Of each draw the upper 31 bits give u in (0, 1), the lower 32 bits a signed angle a in turns;
/// numbers 0-7 are sqrt(-2 ln u) cos(2 pi a), numbers 8-15 the same with sin. A draw depends on the stream's key and its number alone.
/// </remarks>
internal static partial class NormalNumbers
{
    public const int Block = 16;

    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>Fills a span with mean + deviation * normal.</summary>
    /// <param name="to">Of any length.</param>
    /// <param name="key">Of the stream.</param>
    /// <param name="first">Position of the first number; a multiple of 16.</param>
    /// <param name="mean">Of the numbers.</param>
    /// <param name="deviation">Of the numbers.</param>
    public static void Fill(Span<float> to, ulong key, long first, float mean, float deviation)
    {
        Span<float> rest = stackalloc float[Block];
        var at = 0;
        for (; at <= to.Length - Block; at += Block)
            Next(to[at..], key, (ulong)(first + at) / 2, mean, deviation);
        if (at == to.Length)
            return;
        Next(rest, key, (ulong)(first + at) / 2, mean, deviation);
        rest[..(to.Length - at)].CopyTo(to[at..]);
    }

    private static void Next(Span<float> to, ulong key, ulong draw, float mean, float deviation)
    {
        var (lower, upper) = (Bits(key, draw), Bits(key, draw + 4));
        var share = Vector256.ConvertToSingle(Vector256.Narrow(lower >>> 33, upper >>> 33).AsInt32());
        var angle = Vector256.ConvertToSingle(Vector256.Narrow(lower, upper).AsInt32()) * (float)(2 * Math.PI / (1L << 32));
        var uniform = (share + Vector256.Create(0.5f)) * (1f / (1L << 31));
        var radius = Vector256.Sqrt(Vector256.Max(Vector256.Log(uniform) * -2f, Vector256<float>.Zero)) * deviation;
        var (sin, cos) = Vector256.SinCos(angle);
        ((radius * cos) + Vector256.Create(mean)).CopyTo(to);
        ((radius * sin) + Vector256.Create(mean)).CopyTo(to[(Block / 2)..]);
    }

    // What RandomStream draws: SplitMix64 of key + (number + 1) * golden ratio.
    private static Vector256<ulong> Bits(ulong key, ulong draw)
    {
        var start = unchecked(key + ((draw + 1) * Golden));
        var z = Vector256.Create(start) + Vector256.Create(0, Golden, unchecked(2 * Golden), unchecked(3 * Golden));
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EB;
        return z ^ (z >>> 31);
    }
}
