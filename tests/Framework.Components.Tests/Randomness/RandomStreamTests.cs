using Framework.Sdk;

namespace Framework.Components.Tests.Randomness;

public sealed class RandomStreamTests
{
    [Fact]
    public void NextBits_ReferenceSeed_GivesSplitMix64sPublishedOutput()
    {
        var stream = new RandomStream(1234567);

        Assert.Equal(
            [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821],
            Enumerable.Range(0, 5).Select(_ => stream.NextBits()));
    }

    [Fact]
    public void Derive_SamePurpose_GivesTheSameNumbersWhateverWasDrawnBefore()
    {
        var fresh = new RandomStream(7).Derive("transforms").Derive(3).Derive("case-1");
        var used = new RandomStream(7);
        used.NextBits();

        Assert.Equal(fresh.NextBits(), used.Derive("transforms").Derive(3).Derive("case-1").NextBits());
    }

    [Fact]
    public void Derive_ManyPurposes_GivesDifferentKeys()
    {
        var root = new RandomStream(7);
        var keys = Enumerable.Range(0, 1000).SelectMany(i => new[] { root.Derive(i).Key, root.Derive($"{i}").Key, root.Derive(i).Derive(0).Key, root.Derive(0).Derive(i).Derive(1).Key });

        Assert.Equal(4000, keys.Distinct().Count());
    }

    [Fact]
    public void Next_ManyDraws_IsEven()
    {
        var stream = new RandomStream(11);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[stream.Next(7)]++;

        var chiSquare = counts.Sum(count => Math.Pow(count - 10_000, 2) / 10_000);
        Assert.InRange(chiSquare, 0, 22.5); // 6 degrees of freedom: exceeded by one seed in a thousand
    }

    [Fact]
    public void Normal_ManyDraws_HasMeanZeroAndVarianceOne()
    {
        var stream = new RandomStream(13);
        var draws = Enumerable.Range(0, 100_000).Select(_ => stream.Normal()).ToArray();

        Assert.InRange(draws.Average(), -0.013, 0.013); // four standard errors
        Assert.InRange(draws.Average(x => x * x), 0.982, 1.018);
    }

    [Fact]
    public void Shuffle_EveryOrder_IsEquallyLikely()
    {
        var counts = new Dictionary<string, int>();
        for (var seed = 0UL; seed < 6000; seed++)
        {
            int[] items = [1, 2, 3];
            new RandomStream(seed).Shuffle<int>(items);
            counts[string.Concat(items)] = counts.GetValueOrDefault(string.Concat(items)) + 1;
        }

        Assert.Equal(6, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 880, 1120));
    }

    [Fact]
    public void Next_NoChoice_IsAnError() => Assert.Throws<ArgumentOutOfRangeException>(() => new RandomStream(1).Next(0));
}
