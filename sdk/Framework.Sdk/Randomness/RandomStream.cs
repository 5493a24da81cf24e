using System.Numerics;

namespace Framework.Sdk;

/// <summary>Random numbers that depend on nothing but a key: the same on any thread, on any machine, after any resume.</summary>
/// <remarks>
/// Draw i of key k is SplitMix64's output function of k + i * golden ratio (Steele, Lea and Flood 2014). A stream for a purpose is
/// derived by name and number: <c>run.Derive("transform").Derive(epoch).Derive(caseId)</c>. A stream is for one thread.
/// </remarks>
public sealed class RandomStream(ulong key)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private ulong _state = key;

    /// <summary>The key: everything the stream's numbers depend on.</summary>
    public ulong Key { get; } = key;

    /// <summary>A stream of its own for a named purpose; does not advance this one.</summary>
    /// <param name="name">The purpose, a case identity, a stage...</param>
    public RandomStream Derive(string name) => Derive(KeyOf(name));

    /// <summary>The number that a name stands for in <see cref="Derive(string)"/>.</summary>
    /// <param name="name">The purpose, a case identity, a stage...</param>
    public static ulong KeyOf(string name)
    {
        ulong hash = 0xCBF29CE484222325; // FNV-1a over UTF-16 code units
        foreach (var character in name)
            hash = (hash ^ character) * 0x100000001B3;
        return hash;
    }

    /// <summary>A stream of its own for the number of a name, as <see cref="KeyOf"/> gives it; does not advance this one.</summary>
    /// <param name="key">Such as <see cref="Case.RandomKey"/>.</param>
    public RandomStream Derive(ulong key) => Derive(unchecked((long)key));

    /// <summary>A stream of its own for a number; does not advance this one.</summary>
    /// <param name="number">An epoch, a step, a position in a list...</param>
    public RandomStream Derive(long number) => new(Mix(BitOperations.RotateLeft(Key, 23) ^ Mix(unchecked((ulong)number + Golden))));

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        _state = unchecked(_state + Golden);
        return Mix(_state);
    }

    /// <summary>Uniform in [0, 1), 53 bits.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in [<paramref name="low"/>, <paramref name="high"/>).</summary>
    public double Uniform(double low, double high) => low + ((high - low) * NextDouble());

    /// <summary>Uniform in 0 .. <paramref name="count"/> - 1, without bias.</summary>
    /// <param name="count">At least 1.</param>
    public int Next(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var limit = ulong.MaxValue - (ulong.MaxValue % (ulong)count);
        ulong bits;
        do
            bits = NextBits();
        while (bits >= limit);
        return (int)(bits % (ulong)count);
    }

    /// <summary>True with the given probability.</summary>
    /// <param name="probability">0 to 1.</param>
    public bool Chance(double probability) => NextDouble() < probability;

    /// <summary>Normal with mean 0 and standard deviation 1 (Box and Muller 1958; two uniform draws each).</summary>
    public double Normal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }

    /// <summary>Puts the items into random order (Fisher and Yates).</summary>
    /// <param name="items">Changed in place.</param>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Next(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    private static ulong Mix(ulong z)
    {
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return z ^ (z >> 31);
    }
}
