using Framework.Components.Data.Loading;
using Framework.Components.Transforms.Spatial;
using TorchSharp;

namespace Framework.Components.Tests.Data.Loading;

[Collection(nameof(OneAtATime))]
public sealed class ObjectTests
{
    private static readonly ObjectOptions Discs = new() { Classes = ["bleed", "lacune"] };

    // A grid of 8 x 6 pixels of half a millimetre: what is tested is pixels, whatever they measure.
    private static readonly Geometry Grid = new([0.5, 0, 0, 10, 0, 0.5, 0, -3, 0, 0, 5, 40, 0, 0, 0, 1]);

    private static readonly TransformStep Flip = new("flip", new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }));

    [Fact]
    public void Read_Boxes_GivesPixelsAndClassesOfEachImage()
    {
        var boxes = new[] { ("lacune", 1.0, 2.0, 4.0, 5.0), ("bleed", -3.0, 4.0, 2.0, 9.0), ("bleed", 20.0, 0.0, 22.0, 2.0) };
        using var batch = Read(Discs, boxes, masks: false);
        var objects = Assert.Single(batch.Objects!);
        Assert.Equal([2, 4], objects.Boxes.shape);
        Assert.Equal([1, 2, 4, 5, 0, 4, 2, 6], Rounded(objects.Boxes)); // the second is cut at the edges; the third lies off the grid
        Assert.Equal([2, 1], objects.Classes.data<long>().ToArray());
        Assert.Null(objects.Masks);
    }

    [Fact]
    public void Read_Flipped_MovesBoxesWithTheImage()
    {
        using var batch = Read(Discs, [("bleed", 1, 2, 4, 5)], masks: false, Flip);
        Assert.Equal([4, 2, 7, 5], Rounded(batch.Objects![0].Boxes));
    }

    [Fact]
    public void Read_Masks_BoundsThemAndLeavesOutWhatHasNoPixel()
    {
        var boxes = new[] { ("bleed", 0.0, 0.0, 8.0, 6.0), ("lacune", 20.0, 0.0, 22.0, 2.0), ("lacune", 2.0, 1.0, 3.0, 4.0) };
        using var batch = Read(Discs with { Masks = true }, boxes, masks: true, Flip);
        var objects = batch.Objects![0];
        Assert.Equal([0, 0, 8, 6, 5, 1, 6, 4], Rounded(objects.Boxes));
        Assert.Equal([1, 2], objects.Classes.data<long>().ToArray());
        Assert.Equal([2, 6, 8], objects.Masks!.shape);
        var mask = objects.Masks[1].contiguous().data<byte>().ToArray();
        Assert.Equal(Enumerable.Range(0, 48).Select(i => (byte)(i % 8 == 5 && i / 8 is >= 1 and < 4 ? 1 : 0)), mask);
    }

    [Fact]
    public void Read_NoObjects_GivesEmptyTensors()
    {
        using var batch = Read(Discs with { Masks = true }, [], masks: true);
        var objects = batch.Objects![0];
        Assert.Equal(([0L, 4L], [0L], [0L, 6L, 8L]), (objects.Boxes.shape, objects.Classes.shape, objects.Masks!.shape), new ShapeComparer());
    }

    [Fact]
    public void Read_UnknownName_ListsThoseThereAre()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Discs, [("cyst", 1, 1, 2, 2)], masks: false));
        Assert.Equal("case 'case0': a box is called 'cyst', which objects.classes does not list. It lists 'bleed', 'lacune'.", error.Message);
    }

    [Fact]
    public void Read_MoreThanStated_SaysWhatToRaise()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Discs with { Most = 1 }, [("bleed", 1, 1, 2, 2), ("bleed", 3, 3, 4, 4)], masks: false));
        Assert.Equal("case 'case0': it has 2 objects, and 'objects' sets memory aside for 1. Raise objects.most.", error.Message);
    }

    [Fact]
    public void Read_NoMasks_SaysWhichImageIsMissing()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Discs with { Masks = true }, [("bleed", 1, 1, 2, 2)], masks: false));
        Assert.Equal("case 'case0': it has no image 'mask-objects', one channel for each object. Set objects.masks: false, or choose a source that gives it.", error.Message);
    }

    [Fact]
    public void Dispose_Batch_LeavesNoTensor()
    {
        Read(Discs with { Masks = true }, [("bleed", 1, 1, 2, 2)], masks: true).Dispose();
        var before = LiveTensors.Settled();
        Read(Discs with { Masks = true }, [("bleed", 1, 1, 2, 2)], masks: true).Dispose();
        Assert.Equal(before, torch.Tensor.TotalCount);
    }

    private static double[] Rounded(torch.Tensor boxes) => [.. boxes.data<float>().ToArray().Select(value => Math.Round(value, 4))];

    private static Batch Read(ObjectOptions options, (string Name, double Left, double Top, double Right, double Bottom)[] boxes, bool masks, params TransformStep[] steps)
    {
        var samples = new SampleSet(Cohort.Cases(1), new SamplePipeline(new Drawn(boxes, masks), steps, new RandomStream(1)));
        using var loader = new BatchLoader(samples, new LoaderSettings { BatchSize = 1, Threads = 1, Shape = [1, 6, 8], Labels = 2, Objects = options });
        return loader.Read(LoaderPass.Evaluation(1) with { Phase = Phase.Train }, CancellationToken.None).Single();
    }

    private sealed class Drawn((string Name, double Left, double Top, double Right, double Bottom)[] boxes, bool hasMasks) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate([1, 6, 8], geometry: Grid);
            image.Pixels.Clear();
            var sample = new Sample(item, image).With([.. boxes.Select(box =>
                Box.From(box.Name, new VoxelBox(new VoxelPoint(box.Left, box.Top, 0), new VoxelPoint(box.Right, box.Bottom, 1)), Grid))]);
            if (!hasMasks)
                return sample;
            var masks = workspace.Allocate([boxes.Length, 6, 8], geometry: Grid);
            for (var k = 0; k < boxes.Length; k++)
            {
                for (var i = 0; i < 48; i++)
                    masks.Channel(k)[i] = i % 8 >= boxes[k].Left && i % 8 < boxes[k].Right && i / 8 >= boxes[k].Top && i / 8 < boxes[k].Bottom ? 1 : 0;
            }

            return sample.With(masks, ObjectOptions.MaskName);
        }
    }

    private sealed class ShapeComparer : IEqualityComparer<(long[], long[], long[])>
    {
        public bool Equals((long[], long[], long[]) x, (long[], long[], long[]) y) =>
            x.Item1.SequenceEqual(y.Item1) && x.Item2.SequenceEqual(y.Item2) && x.Item3.SequenceEqual(y.Item3);

        public int GetHashCode((long[], long[], long[]) obj) => 0;
    }
}
