using Framework.Components.Data.Loading;
using Framework.Components.Transforms.Spatial;
using TorchSharp;

namespace Framework.Components.Tests.Data.Loading;

public sealed class MaskTests
{
    private static readonly MaskOptions Options = new() { Classes = ["background", "bone", "disc"] };
    private static readonly TransformStep Flip = new("flip", new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }));

    [Fact]
    public void Read_Mask_MovesWithTheImage()
    {
        using var batch = Read(Options, [0, 1, 2, 2, 1, 0], Flip);
        Assert.Equal([1, 2, 3], batch.Mask!.shape);
        Assert.Equal([2, 1, 0, 0, 1, 2], batch.Mask.data<long>().ToArray());
        Assert.Equal((3, 2), (batch.Grids![0].Width, batch.Grids[0].Height));
    }

    [Fact]
    public void Read_OtherValues_StandForTheirClasses()
    {
        using var batch = Read(Options with { Values = [0, 255, 128] }, [0, 255, 128, 128, 255, 0]);
        Assert.Equal([0, 1, 2, 2, 1, 0], batch.Mask!.data<long>().ToArray());
    }

    [Fact]
    public void Read_OptionalMaskThatIsNotThere_IsUnknown()
    {
        using var batch = Read(Options with { Optional = true }, null);
        Assert.Equal([-1, -1, -1, -1, -1, -1], batch.Mask!.data<long>().ToArray());
    }

    [Fact]
    public void Read_NoMask_NamesTheCaseAndTheWayOut()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Options, null));
        Assert.Equal("case 'case0': it has no 'mask'. Give it one, leave the case out, or set masks.optional: true so that its voxels do not count.", error.Message);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0.5)]
    [InlineData(-1)]
    public void Read_ValueOfNoClass_IsRefused(float value)
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Options, [0, 1, value, 2, 1, 0]));
        Assert.Equal(FormattableString.Invariant($"case 'case0': 'mask' holds {value}, which stands for none of masks.classes: they are 0 to 2. Correct the mask, or say by masks.values what its values mean."), error.Message);
    }

    [Fact]
    public void Read_MaskOfAnotherSize_IsRefused()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Options, [0, 1, 2, 1]));
        Assert.Equal("case 'case0': 'mask' is 1 x 2 x 2, and the image 1 x 2 x 3. A mask has one channel and the image's size.", error.Message);
    }

    [Fact]
    public void Read_MaskThatLiesElsewhere_IsRefused()
    {
        var error = Assert.Throws<DataFormatException>(() => Read(Options, [0, 1, 2, 2, 1, 0], new TransformStep("shift", new Elsewhere())));
        Assert.Equal("case 'case0': 'mask' lies elsewhere in the patient than the image, though both have one size. Resample the mask to the image, or correct its header.", error.Message);
    }

    [Fact]
    public void Memory_Masks_AreCounted()
    {
        var settings = new LoaderSettings { BatchSize = 4, Threads = 1, Shape = [2, 8, 8], Labels = 1 };
        Assert.Equal(settings.Memory(0).BatchBytes + (4 * 64 * sizeof(long)), (settings with { Masks = Options }).Memory(0).BatchBytes);
    }

    [Fact]
    public void Read_ImagesOfAnySize_ComeOneByOne()
    {
        var samples = new SampleSet(Cohort.Cases(3), new SamplePipeline(new Growing(), [], new RandomStream(1)));
        using var loader = new BatchLoader(samples, new LoaderSettings { BatchSize = 1, Threads = 2, Shape = [1, 2, 2], Labels = 2, Masks = Options, IsAnySize = true });
        var shapes = loader.Read(LoaderPass.Evaluation(3), CancellationToken.None).Select(batch => (batch.Image.shape[^1], batch.Mask!.shape[^1], batch.Image.sum().item<float>())).ToList();
        Assert.Equal([(2L, 2L, 4f), (3L, 3L, 9f), (4L, 4L, 16f)], shapes);
    }

    private static Batch Read(MaskOptions options, float[]? mask, params TransformStep[] steps)
    {
        var samples = new SampleSet(Cohort.Cases(1), new SamplePipeline(new Drawn(mask), steps, new RandomStream(1)));
        using var loader = new BatchLoader(samples, new LoaderSettings { BatchSize = 1, Threads = 1, Shape = [1, 2, 3], Labels = 2, Masks = options });
        return loader.Read(LoaderPass.Evaluation(1) with { Phase = Phase.Train }, CancellationToken.None).Single();
    }

    private sealed class Drawn(float[]? mask) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate([1, 2, 3]);
            image.Pixels.Clear();
            var sample = new Sample(item, image);
            if (mask is null)
                return sample;
            var drawn = workspace.Allocate([1, 2, mask.Length / 2]);
            mask.CopyTo(drawn.Pixels);
            return sample.With(drawn, "mask");
        }
    }

    private sealed class Growing : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var side = 2 + int.Parse(item.Id[4..], System.Globalization.CultureInfo.InvariantCulture);
            var (image, mask) = (workspace.Allocate([1, side, side]), workspace.Allocate([1, side, side]));
            image.Pixels.Fill(1);
            mask.Pixels.Fill(1);
            return new Sample(item, image).With(mask, "mask");
        }
    }

    private sealed class Elsewhere : ITransform
    {
        public Sample Apply(Sample sample, TransformContext context)
        {
            var mask = sample["mask"];
            var moved = context.Workspace.Allocate(mask.Shape, geometry: mask.Geometry.Resample((1, 1, 1), (1, 0, 0)));
            mask.Pixels.CopyTo(moved.Pixels);
            return sample.With(moved, "mask");
        }
    }
}
