namespace Framework.Components.Tests.Evaluation.Findings;

public sealed class RunLengthMaskTests
{
    [Fact]
    public void Operations_RandomMasks_EqualThoseOfArrays()
    {
        var random = new RandomStream(3);
        for (var trial = 0; trial < 100; trial++)
        {
            float[] Draw() => [.. Enumerable.Range(0, 60).Select(_ => random.NextDouble() < 0.4 ? 1f : 0f)];
            var (one, other) = (Draw(), Draw());
            var (a, b) = (RunLengthMask.Of(one), RunLengthMask.Of(other));
            Assert.Equal(one.Sum(), a.Count);
            Assert.Equal(one.Zip(other, (x, y) => x * y).Sum(), a.CountShared(b));
            var union = new float[60];
            RunLengthMask.Union([a, b]).Fill(union);
            Assert.Equal(one.Zip(other, Math.Max), union);
            var moved = new float[70];
            a.MoveOn(10).Fill(moved);
            Assert.Equal(one, moved[10..]);
        }
    }

    [Theory]
    [InlineData(1, 2, 3)]
    [InlineData(5, 1, 2, 1)]
    [InlineData(0, 0)]
    [InlineData(0, 3, 3, 1)]
    public void Constructor_RunsThatAreNone_AreRefused(params int[] runs) => Assert.Throws<ArgumentException>(() => new RunLengthMask(runs));
}
