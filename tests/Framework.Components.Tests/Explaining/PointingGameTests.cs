using Framework.Components.Explaining;

namespace Framework.Components.Tests.Explaining;

public sealed class PointingGameTests : IDisposable
{
    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData(3, 2, true)]  // the peak of 2 x 2 pixels reaches from (2, 2) to (3, 3)
    [InlineData(4, 4, false)]
    public void Of_APeak_HitsWhereAnyOfItsPixelsIsMarked(int x, int y, bool hit)
    {
        var map = new float[64];
        foreach (var (px, py) in new[] { (2, 2), (3, 2), (2, 3), (3, 3) })
            map[(py * 8) + px] = 0.7f;
        map[63] = -9; // what speaks against the label is no peak

        Assert.Equal(hit, PointingGame.Of(map, Marked(64, (y * 8) + x), Disc(8))!.IsHit);
    }

    [Fact]
    public void Of_OneVoxelMarked_ChanceIsTheShareOfThePlacesAroundIt()
    {
        // The anatomy are all but the border of 8 x 8: 36 pixels, and a box of 3 x 3 meets the marked one from 9 of them.
        var map = new float[64];
        for (var i = 0; i < 9; i++)
            map[((1 + (i / 3)) * 8) + 1 + (i % 3)] = 1;

        var game = PointingGame.Of(map, Marked(64, (4 * 8) + 4), Disc(8))!;

        Assert.Equal((false, 9 / 36.0), (game.IsHit, game.Chance));
    }

    [Fact]
    public void MeetsBox_EveryBoxOfARandomVolume_IsWhatCountingSays()
    {
        var random = new RandomStream(5);
        var size = (Z: 4, Y: 5, X: 6);
        float[] marked = [.. Enumerable.Range(0, 120).Select(_ => random.Uniform(0, 1) < 0.05 ? 1f : 0f)];
        var marks = new MarkedVoxels(marked, size);
        for (var draw = 0; draw < 300; draw++)
        {
            var (start, box) = ((Z: random.Next(7) - 2, Y: random.Next(8) - 2, X: random.Next(9) - 2), (Z: 1 + random.Next(3), Y: 1 + random.Next(3), X: 1 + random.Next(3)));
            bool Inside(int at, int from, int length) => at >= from && at < from + length;
            var expected = Enumerable.Range(0, 120).Any(i => marked[i] > 0 && Inside(i / 30, start.Z, box.Z) && Inside(i / 6 % 5, start.Y, box.Y) && Inside(i % 6, start.X, box.X));

            Assert.Equal(expected, marks.MeetsBox(start, box));
        }
    }

    [Fact]
    public void Of_NoPeakOrNothingMarked_IsNotJudged()
    {
        Assert.Null(PointingGame.Of(new float[64], Marked(64, 3), Disc(8)));
        Assert.Null(PointingGame.Of(Marked(64, 3), new float[64], Disc(8)));
    }

    [Fact]
    public void Of_AMaskOfAnotherSize_Throws() => Assert.Throws<ArgumentException>(() => PointingGame.Of(new float[64], new float[32], Disc(8)));

    private static float[] Marked(int count, int at)
    {
        var marked = new float[count];
        marked[at] = 1;
        return marked;
    }

    // Bright but for a border of one pixel.
    private Image Disc(int size)
    {
        var image = _workspace.Allocate([1, size, size]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i % size > 0 && i % size < size - 1 && i / size > 0 && i / size < size - 1 ? 1 : 0;
        return image;
    }
}
