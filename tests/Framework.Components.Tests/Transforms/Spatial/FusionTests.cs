using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Changes in a row become one resampling, and only where the result is what it ought to be.</summary>
public sealed class FusionTests : IDisposable
{
    private static readonly Geometry Oblique = new([0.9, 0.1, 0.05, -20, -0.08, 1.1, -0.2, 35, 0.02, 0.15, 1.4, 7, 0, 0, 0, 1]);

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    // One sampling of the composed map, and not the twice blurred image.
    [Fact]
    public void Move_TwoSlantedMaps_SamplesOnceByTheirProduct()
    {
        var image = Reference.Random([1, 20, 22, 24], 1, Oblique);
        var (first, second) = (Turn(image, 0.2), Turn(image, -0.2));
        var fused = image.Move(first, _workspace).Move(second, _workspace);
        Assert.Equal(image.Pixels.ToArray(), fused.Pixels.ToArray());
        var settled = image.Move(first, _workspace);
        _ = settled.Pixels;
        Assert.NotEqual(image.Pixels.ToArray(), settled.Move(second, _workspace).Pixels.ToArray());
    }

    // Crop, flip and orient move whole voxels: before, between and after a resampling they change no bit of it.
    [Fact]
    public void Move_WholeVoxelsAroundAResampling_ChangeNoBit()
    {
        var (image, settled) = (Reference.Random([1, 20, 22, 24], 2, Oblique), Reference.Random([1, 20, 22, 24], 2, Oblique));
        Func<Image, SpatialChange>[] steps =
        [
            it => SpatialChange.Block(VoxelGrid.Of(it), (2, 3, 1), (20, 18, 17)),
            it => SpatialChange.Turn(VoxelGrid.Of(it), [(1, false), (0, true), (2, true)]),
            it => Turn(it, 0.3),
            it => SpatialChange.Block(VoxelGrid.Of(it), (4, 1, 2), (12, 15, 14)),
            it => SpatialChange.Turn(VoxelGrid.Of(it), [(2, true), (1, false), (0, false)]),
        ];
        foreach (var step in steps)
        {
            image = image.Move(step(image), _workspace);
            settled = settled.Move(step(settled), _workspace);
            _ = settled.Pixels;
        }

        Assert.Equal(settled.Geometry.Affine.ToArray(), image.Geometry.Affine.ToArray());
        var (expected, actual) = (settled.Pixels.ToArray(), image.Pixels.ToArray());
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(Enumerable.Range(0, expected.Length), i => Assert.Equal(expected[i], actual[i], 1e-5f));
    }

    // What was cut off stays cut off: a pad after a crop, or after a resampling, shows its own constant.
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.3)]
    public void Move_PadAfterwards_NeverShowsWhatWasCutOff(double radians)
    {
        var image = Reference.Random([1, 12, 12], 3);
        var cut = image.Move(SpatialChange.Block(VoxelGrid.Of(image), (3, 3, 0), (6, 6, 1)), _workspace);
        if (radians != 0)
            cut = cut.Move(Turn(cut, radians) with { Padding = Padding.Border }, _workspace);
        var padded = cut.Move(SpatialChange.Block(VoxelGrid.Of(cut), (-3, -3, 0), (12, 12, 1)) with { Padding = new Padding(PaddingMode.Constant, -7) }, _workspace);
        for (var i = 0; i < padded.Length; i++)
            Assert.Equal(i % 12 is >= 3 and < 9 && i / 12 is >= 3 and < 9, padded.Pixels[i] != -7);
    }

    // Air outside a padded CT is -1000 whatever a later turn puts outside: different paddings are two resamplings.
    [Fact]
    public void Move_OtherPaddingAfterPad_KeepsBoth()
    {
        var image = Reference.Random([1, 8, 8], 4);
        SpatialChange Pad(Image it) => SpatialChange.Block(VoxelGrid.Of(it), (-4, -4, 0), (16, 16, 1)) with { Padding = new Padding(PaddingMode.Constant, -1000) };
        var settled = image.Move(Pad(image), _workspace);
        _ = settled.Pixels;
        var expected = settled.Move(Turn(settled, 0.4), _workspace).Pixels.ToArray();
        var padded = image.Move(Pad(image), _workspace);
        Assert.Equal(expected, padded.Move(Turn(padded, 0.4), _workspace).Pixels.ToArray());
        Assert.Contains(0f, expected);
        Assert.Contains(-1000f, expected);
    }

    // A filtered resize sees the zeros of a pad before it, and axes turned after it do not lose the filter.
    [Fact]
    public void Move_FilteredResizeAmongOthers_EqualsSeparateSteps()
    {
        var (image, settled) = (Reference.Random([1, 6, 20, 22], 7), Reference.Random([1, 6, 20, 22], 7));
        ITransform[] chain =
        [
            new PadTransform(new PadOptions { Size = [40, 40] }),
            new ResizeTransform(new ResizeOptions { Size = [9, 11] }),
            new OrientTransform(new OrientOptions { Axes = AxisCode.Parse("SAL") }),
        ];
        foreach (var transform in chain)
        {
            Image Step(Image it) => Apply.To(transform, new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, it)).Image;
            (image, settled) = (Step(image), Step(settled));
            _ = settled.Pixels;
        }

        Assert.Equal([1, 11, 9, 6], image.Shape.ToArray());
        Assert.Equal(settled.Pixels.ToArray(), image.Pixels.ToArray());
        Assert.Equal(0, image.Pixels[0]);
    }

    // The border is the documented difference: a turn back finds the scan where two resamplings find the first one's zeros.
    [Fact]
    public void Move_ZeroPaddedTwice_SeesTheScanWhereTwoResamplingsSeeZeros()
    {
        var image = Reference.Random([1, 16, 16], 5);
        var separate = image.Move(Turn(image, 0.5), _workspace);
        _ = separate.Pixels;
        separate = separate.Move(Turn(separate, -0.5), _workspace);
        var fused = image.Move(Turn(image, 0.5), _workspace).Move(Turn(image, -0.5), _workspace);
        Assert.Equal(0, separate.Pixels[0]);
        Assert.Equal(image.Pixels[0], fused.Pixels[0]);
    }

    [Fact]
    public void Pipeline_SpatialHeadAndTail_SettlesBetweenWhatIsCachedAndWhatIsRandom()
    {
        var image = Reference.Random([1, 20, 22, 24], 6, Oblique);
        ITransform spacing = new SpacingTransform(new SpacingOptions { Millimetres = [1.3, 1.3, 1.3] });
        ITransform turn = new AffineTransform(new AffineOptions { Rotate = [new(0.1, 0.1), new(0.2, 0.2), new(0, 0.3)], Padding = Edge.Border });
        var pipeline = new SamplePipeline(new OneImage(image), [new("spacing", spacing), new("affine", turn)], new RandomStream(1));
        Assert.Equal(1, pipeline.FirstRandom);
        var item = new Case { Id = "a", Subject = "s", Labels = [] };
        var whole = pipeline.Load(item, Phase.Train, 0, _workspace).Image.Pixels.ToArray();
        var head = spacing.Apply(new Sample(item, image), new TransformContext(_workspace, new RandomStream(1), Phase.Train));
        head.Settle();
        var stream = new RandomStream(1).Derive("transforms").Derive(0).Derive("a").Derive(1);
        Assert.Equal(turn.Apply(head, new TransformContext(_workspace, stream, Phase.Train)).Image.Pixels.ToArray(), whole);
    }

    private static SpatialChange Turn(Image image, double radians)
    {
        var grid = VoxelGrid.Of(image);
        return new SpatialChange(grid, grid.Size, new AffineParameters(image.Dimensions == 2 ? [radians] : [0, 0, radians], [], [], []).About(grid));
    }

    private sealed class OneImage(Image image) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace) => new(item, image);
    }
}
