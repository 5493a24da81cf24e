using Framework.Components.Models.MaskRcnn;
using TorchSharp;
using TorchSharp.Tests.Parity;
using static TorchSharp.torch;

namespace Framework.Components.Tests.Models.MaskRcnn;

/// <summary>The parts by themselves, against figures worked by hand.</summary>
[Collection(nameof(OneAtATime))] // seeds the process-wide generator
public sealed class MaskRcnnPartTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public void Generate_OfTwoPixels_PutsAnchorsOnTheirCorners()
    {
        var anchors = new AnchorGenerator([[4]], [1, 0.25]).Generate([zeros(1, 1, 1, 2)], new PixelSize(8, 16));

        // A quarter of the height over the width, of the same area: 8 wide, 2 high. Pixels are 8 apart.
        Assert.Equal([-2, -2, 2, 2, -4, -1, 4, 1, 6, -2, 10, 2, 4, -1, 12, 1], Numbers(anchors.Single()));
    }

    [Fact]
    public void Overlap_OfBoxes_IsIntersectionOverUnion()
    {
        var overlap = Boxes.Overlap(Rows(0, 0, 10, 10), Rows(0, 0, 10, 10, 5, 0, 15, 10, 10, 10, 20, 20));

        OracleFile.AssertClose([1, 1.0 / 3, 0], Numbers(overlap), 1e-6);
    }

    [Fact]
    public void Encode_OfAShiftedBox_IsInSizesOfTheProposal()
    {
        var deltas = new BoxCoder(CentreWeight: 10, SizeWeight: 5).Encode(Rows(5, 0, 15, 20), Rows(0, 0, 10, 10));

        // The centre moves by half a width and half a height; the height doubles.
        OracleFile.AssertClose([5, 5, 0, 5 * Math.Log(2)], Numbers(deltas), 1e-6);
    }

    [Fact]
    public void Decode_OfWhatEncodeGave_IsTheBox()
    {
        var coder = new BoxCoder(10, 5);
        var (boxes, proposals) = (Rows(3, 4, 30, 25, 1, 1, 2, 3), Rows(0, 0, 20, 20, 4, 4, 8, 8));

        var decoded = coder.Decode(coder.Encode(boxes, proposals), proposals);

        OracleFile.AssertClose(Numbers(boxes), Numbers(decoded), 1e-6);
    }

    [Fact]
    public void Decode_OfAHugeLogarithm_StaysFinite() =>
        Assert.Equal(1000.0 / 16 * 16, Numbers(Boxes.Size(new BoxCoder(1, 1).Decode(Rows(0, 0, 1e4f, 0), Rows(0, 0, 16, 16))))[0], 1e-2);

    [Theory]
    [InlineData(false, new long[] { 0, -2, -1, -1 })]
    [InlineData(true, new long[] { 0, -2, -1, 1 })]
    public void Match_ByOverlap_TellsObjectsBackgroundAndNeither(bool keepBest, long[] expected)
    {
        // Overlaps with the first object: 0.8, 0.5, 0, 0; with the second, which no box fits: 0, 0, 0, 0.04.
        var truths = Rows(0, 0, 10, 10, 40, 40, 50, 50);
        var boxes = Rows(0, 0, 10, 8, 0, 0, 10, 5, 20, 20, 30, 30, 48, 48, 50, 50);

        var matches = new Matcher(Foreground: 0.7, Background: 0.3, KeepBest: keepBest).Match(truths, boxes);

        Assert.Equal(expected, matches.data<long>().ToArray());
        Assert.Equal(expected.Select(match => match switch { -2 => -1L, -1 => 0, 0 => 5, _ => 7 }), Matcher.ClassesOf(matches, tensor([5L, 7])).data<long>().ToArray());
    }

    [Theory]
    [InlineData(8, 3, 5)]   // a half of 8 would be 4, there are 3
    [InlineData(4, 2, 2)]   // a half of 4
    [InlineData(100, 3, 6)] // all there are
    public void Draw_OfClasses_TakesAtMostTheFraction(int count, int positives, int negatives)
    {
        var classes = tensor([2L, 0, 0, 1, -1, 0, 0, 0, 1, 0]);

        var (positive, negative) = new BalancedSampler(count, 0.5).Draw(classes);

        Assert.Equal(positives, positive.data<long>().ToArray().Distinct().Count());
        Assert.Equal(negatives, negative.data<long>().ToArray().Distinct().Count());
        Assert.True((classes.index_select(0, positive) > 0).all().item<bool>());
        Assert.True(classes.index_select(0, negative).eq(0).all().item<bool>());
    }

    [Fact]
    public void Draw_HardNegatives_AreTheFirstAndTheOthersDrawnBehindThem()
    {
        var classes = tensor([0L, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);

        var (positive, negative) = new BalancedSampler(5, 0.2, HardNegatives: 0.5).Draw(classes);

        Assert.Equal([1L], positive.data<long>().ToArray());
        var drawn = negative.data<long>().ToArray();
        Assert.Equal([0L, 2], drawn[..2]);
        Assert.Equal(2, drawn[2..].Distinct().Count(at => at >= 3));
    }

    [Fact]
    public void Draw_WithTheSameSeed_IsTheSame()
    {
        var (sampler, classes) = (new BalancedSampler(16, 0.25), zeros(1000, int64));
        manual_seed(4);
        var first = sampler.Draw(classes).Negative;
        manual_seed(4);

        Assert.True(first.Equals(sampler.Draw(classes).Negative));
    }

    [Fact]
    public void Apply_OfAnOddImage_NormalisesAndPadsToMultiplesOf32()
    {
        var transform = new DetectionTransform(new MaskRcnnOptions { ImageMean = [1], ImageStd = [4] });
        var size = transform.SizeFor(new PixelSize(33, 20));

        var prepared = transform.Apply(full(1, 1, 33, 20, 3f), size);

        Assert.Equal([1, 1, 64, 32], prepared.shape);
        Assert.Equal(33 * 20 * 0.5, prepared.sum().item<float>(), 1e-3);
        Assert.Equal(0.5f, prepared[0, 0, 32, 19].item<float>());
        Assert.Equal(0, prepared[0, 0, 33, 19].item<float>());
    }

    [Theory]
    [InlineData(100, 200, 800, 1333, 666, 1332)] // the longer side's limit comes first; 1333 / 200 in float32 is a little less
    [InlineData(100, 120, 800, 1333, 800, 960)]
    [InlineData(100, 120, null, null, 100, 120)]
    [InlineData(100, 120, 50, null, 50, 60)]
    public void SizeFor_AnImage_KeepsItsShape(int height, int width, int? least, int? most, int newHeight, int newWidth)
    {
        var transform = new DetectionTransform(new MaskRcnnOptions { MinSize = least, MaxSize = most });

        Assert.Equal(new PixelSize(newHeight, newWidth), transform.SizeFor(new PixelSize(height, width)));
    }

    [Fact]
    public void Paste_OfAFullMask_FillsItsBoxAndNothingFarFromIt()
    {
        var image = MaskPaste.Apply(ones(2, 28, 28), Rows(4, 6, 12, 10, -6, -6, 3, 3), new PixelSize(16, 20));

        Assert.Equal([2, 16, 20], image.shape);
        Assert.Equal(1, image[0, 6..10, 5..12].min().item<float>(), 1e-6);
        Assert.Equal(0, image[0, 12.., ..].max().item<float>());
        Assert.Equal(1, image[1, 0, 0].item<float>(), 1e-6);
        Assert.Equal(0, image[1, 5.., ..].max().item<float>());
    }

    private static Tensor Rows(params float[] corners) => tensor(corners).reshape(-1, 4);

    private static double[] Numbers(Tensor tensor) => tensor.to(float64).contiguous().data<double>().ToArray();
}
