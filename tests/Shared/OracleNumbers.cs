namespace Framework.Tests.Shared;

/// <summary>The numbers that fill the tensors of the reference figures in <c>../shared/oracle</c>, by the formula of <c>make_oracles.py</c>.</summary>
public static class OracleNumbers
{
    /// <summary>u(k, i) = (z(k * 2^32 + i) >> 11) * 2^-53 with z = SplitMix64, for i = 0 .. count - 1.</summary>
    /// <param name="tensor">The tensor's number k, the file's base included.</param>
    /// <param name="count">How many.</param>
    public static double[] Uniform(long tensor, int count)
    {
        var numbers = new double[count];
        for (var i = 0; i < count; i++)
            numbers[i] = (SplitMix64(unchecked(((ulong)tensor << 32) + (ulong)i)) >> 11) * (1.0 / (1UL << 53));
        return numbers;
    }

    private static ulong SplitMix64(ulong x)
    {
        unchecked
        {
            x += 0x9E3779B97F4A7C15;
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
            return x ^ (x >> 31);
        }
    }
}
