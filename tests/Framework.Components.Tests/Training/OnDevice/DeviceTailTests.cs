using Framework.Components.Tests.Data;
using Framework.Components.Transforms;
using Framework.Components.Transforms.Composing;
using Framework.Components.Transforms.Intensity;
using Framework.Components.Transforms.Spatial;
using Framework.Components.Training;
using Framework.Components.Training.Optimizers;
using Framework.Components.Training.Supervised;
using TorchSharp;

namespace Framework.Components.Tests.Training.OnDevice;

/// <summary>A chain's end on a batch gives what the loader gives case by case: the same draws, values within 1e-3 of the range.</summary>
[Collection(nameof(OneAtATime))]
public sealed class DeviceTailTests
{
    private const int Cases = 5;

    private static readonly int[] Slice = [2, 29, 34];
    private static readonly int[] Volume = [1, 12, 19, 22];

    public static TheoryData<string> Chains => [.. All.Keys];

    private static Dictionary<string, Func<bool, ITransform[]>> All => new()
    {
        ["shift"] = _ => [new IntensityShiftTransform(new() { Offset = new(-50, 50), Probability = 0.6 })],
        ["shift by range"] = _ => [new IntensityShiftTransform(new() { Offset = new(-0.1, 0.1), Unit = ShiftUnit.Range })],
        ["shift by deviations"] = _ => [new IntensityShiftTransform(new() { Offset = new(-1, 1), Unit = ShiftUnit.Deviations })],
        ["histogram"] = _ => [new HistogramShiftTransform(new() { Probability = 0.6 })],
        ["bias"] = _ => [new BiasFieldTransform(new() { Coefficients = new(-0.2, 0.3), Probability = 0.6 })],
        ["noise"] = _ => [new GaussianNoiseTransform(new() { Mean = 3, Deviation = new(0, 20) })],
        ["blur"] = _ => [new GaussianBlurTransform(new() { Sigma = [new(0, 1.5)] })],
        ["blur, zeros"] = _ => [new GaussianBlurTransform(new() { Sigma = [new(0.3, 2)], Padding = Edge.Zeros, Probability = 0.6 })],
        ["blur, reflection"] = _ => [new GaussianBlurTransform(new() { Sigma = [new(2, 3)], Padding = Edge.Reflection })],
        ["flips"] = _ => [new FlipTransform(new() { Axis = Axis.X }), new FlipTransform(new() { Axis = Axis.Y })],
        ["affine"] = isVolume => [Affine(isVolume, Edge.Zeros)],
        ["affine, border"] = isVolume => [Affine(isVolume, Edge.Border)],
        ["affine, reflection"] = isVolume => [Affine(isVolume, Edge.Reflection)],
        ["affine twice"] = isVolume => [Affine(isVolume, Edge.Zeros), new FlipTransform(new() { Axis = Axis.X }), Affine(isVolume, Edge.Zeros)],
        ["affine of two paddings"] = isVolume => [Affine(isVolume, Edge.Border), Affine(isVolume, Edge.Zeros)],
        ["shift-scale-rotate"] = _ => [new ShiftScaleRotateTransform(new() { Shift = 0.1, Scale = 0.2, Rotate = 30 })],
        ["with probability"] = isVolume => [new WithProbabilityTransform(new() { Probability = 0.5, Transform = Affine(isVolume, Edge.Zeros) }), new FlipTransform(new() { Axis = Axis.X })],
        ["one of"] = isVolume => [new OneOfTransform(new() { Transforms = [new BiasFieldTransform(new()), new FlipTransform(new() { Axis = Axis.X, Probability = 1 }), Affine(isVolume, Edge.Border)] })],
        ["composed"] = isVolume =>
        [
            new WithProbabilityTransform(new()
            {
                Probability = 0.7,
                Transform = new ComposeTransform(new() { Transforms = [Affine(isVolume, Edge.Zeros), new FlipTransform(new() { Axis = Axis.Y }), new OneOfTransform(new() { Transforms = [new GaussianNoiseTransform(new()), new HistogramShiftTransform(new())] })] }),
            }),
            Affine(isVolume, Edge.Zeros),
        ],
        ["fistula"] = isVolume =>
        [
            new IntensityShiftTransform(new() { Offset = new(-0.1, 0.1), Unit = ShiftUnit.Range, Probability = 0.7 }),
            new HistogramShiftTransform(new() { Probability = 0.7 }),
            new BiasFieldTransform(new() { Probability = 0.7 }),
            new FlipTransform(new() { Axis = Axis.X }),
            Affine(isVolume, Edge.Zeros),
            new GaussianNoiseTransform(new() { Probability = 0.7 }),
            new NormaliseTransform(new() { By = new ChannelStatistics { Mean = [100], Deviation = [40] } }),
        ],
    };

    [Theory]
    [MemberData(nameof(Chains))]
    public void Apply_BatchOfSlices_GivesWhatTheLoaderGives(string chain) => AssertAlike(All[chain](false), Slice);

    [Theory]
    [MemberData(nameof(Chains))]
    public void Apply_BatchOfVolumes_GivesWhatTheLoaderGives(string chain) => AssertAlike(All[chain](true), Volume);

    [Fact]
    public void Apply_AnyChain_KeepsTheBatchAndLeavesOneTensor()
    {
        var pipeline = Pipeline(All["fistula"](true), Volume);
        var tail = DeviceTail.Of(pipeline);
        using var batch = BatchOf(tail.Head, Volume);
        var before = batch.Image.data<float>().ToArray();
        var count = LiveTensors.Settled();
        using (tail.Apply(batch, epoch: 0))
            Assert.Equal(count + 1, torch.Tensor.TotalCount);
        Assert.Equal(count, torch.Tensor.TotalCount);
        Assert.Equal(before, batch.Image.data<float>().ToArray());
    }

    // Whole-voxel flips are copies, and rows that nothing was drawn for are not touched.
    [Fact]
    public void Apply_Flips_AreExact()
    {
        var pipeline = Pipeline(All["flips"](false), Slice);
        var tail = DeviceTail.Of(pipeline);
        using var batch = BatchOf(tail.Head, Slice);
        using var actual = tail.Apply(batch, epoch: 1);
        Assert.Equal(Loaded(pipeline, epoch: 1), actual.data<float>().ToArray());
    }

    [Fact]
    public void Of_ChainWithOtherTransforms_LeavesThoseToTheLoader()
    {
        ITransform[] chain = [Affine(false, Edge.Zeros), new IntensityNormaliseTransform(new()), new FlipTransform(new() { Axis = Axis.X })];
        Assert.Equal(2, DeviceTail.Of(Pipeline(chain, Slice)).Head.Steps.Count);
    }

    // In the loader flip and elastic are one resampling: so are they here.
    [Fact]
    public void Of_FlipAfterElastic_DoesNotPartThem()
    {
        ITransform[] chain = [new ElasticTransform(new() { Magnitude = 1 }), new FlipTransform(new() { Axis = Axis.X }), new GaussianNoiseTransform(new())];
        Assert.Equal(2, DeviceTail.Of(Pipeline(chain, Slice)).Head.Steps.Count);
    }

    [Fact]
    public void Of_StepForEvaluationAlone_IsPassedOver()
    {
        var pipeline = new SamplePipeline(new Images(Slice), [new("flip", new FlipTransform(new() { Axis = Axis.X })), new("windows", new HounsfieldTransform(), Phase.Evaluate)], new RandomStream(3));
        var tail = DeviceTail.Of(pipeline);
        Assert.Empty(tail.Head.Steps);
        using var batch = BatchOf(tail.Head, Slice);
        using var actual = tail.Apply(batch, epoch: 0);
        Assert.Equal(Loaded(pipeline, epoch: 0), actual.data<float>().ToArray());
    }

    [Fact]
    public void Of_RandomTransformThatDoesNot_NamesIt()
    {
        var wrapped = new WithProbabilityTransform(new() { Probability = 0.5, Transform = new ElasticTransform(new() { Magnitude = 1 }) });
        var error = Assert.Throws<ExperimentException>(() => DeviceTail.Of(new SamplePipeline(new Images(Slice), [new("with-probability", wrapped)], new RandomStream(1))));
        Assert.Equal(
            "'supervised' is told to 'augment: device', and 'with-probability' does not run on a device, and no random transform follows it. Put it before flip, affine, shift-scale-rotate and changes of values, or leave 'augment' out.",
            error.Message);
    }

    [Fact]
    public void Of_NothingRandom_SaysSo()
    {
        var error = Assert.Throws<ExperimentException>(() => DeviceTail.Of(Pipeline([new IntensityNormaliseTransform(new())], Slice)));
        Assert.Equal(
            "'supervised' is told to 'augment: device', and there is no random transform. Put it before flip, affine, shift-scale-rotate and changes of values, or leave 'augment' out.",
            error.Message);
    }

    [Fact]
    public void Apply_Bags_AreRefused()
    {
        var tail = DeviceTail.Of(Pipeline(All["flips"](false), Volume));
        using var batch = new Batch([], torch.zeros([1, 1, 2, 3, 3]), torch.zeros([1, 1])) { Instances = torch.ones([1]) };
        var error = Assert.Throws<ExperimentException>(() => tail.Apply(batch, 0));
        Assert.Equal("'augment: device' moves images alone, and these cases are bags or have objects. Leave 'augment' out.", error.Message);
    }

    // The same network, once fed by the loader's augmentations and once by the device's.
    [Fact]
    public void Fit_OnEitherPlace_LosesTheSame()
    {
        Assert.Equal(Losses(Augment.Loader), Losses(Augment.Device), (one, other) => Math.Abs(one - other) < 1e-4);
        Assert.NotEqual(Losses(Augment.Loader, isAugmented: false), Losses(Augment.Loader));
    }

    private static List<double> Losses(Augment place, bool isAugmented = true)
    {
        torch.set_num_threads(1);
        var log = new ListLog();
        ITransform[] chain = isAugmented ? [new FlipTransform(new() { Axis = Axis.X }), new BiasFieldTransform(new() { Coefficients = new(-0.5, 0.5) }), new GaussianNoiseTransform(new())] : [];
        var plain = SupervisedTrainerTests.Context();
        var train = plain.Train with { Pipeline = new SamplePipeline(new Cohort(), [.. chain.Select(transform => new TransformStep("step", transform, Phase.Train))], new RandomStream(5)) };
        // Adam would make whole steps of the last bit: a bias before batch normalisation has no gradient but rounding.
        var options = SupervisedTrainerTests.Options with { Epochs = 2, Augment = place, Optimizer = new SgdFactory(new SgdOptions { LearningRate = 0.1 }) };
        using var predictor = new SupervisedTrainer(options, TimeProvider.System).Fit(plain with { Train = train, Log = log, Checkpoints = new MemoryStore() }, CancellationToken.None);
        return [.. log.Events.Where(item => item.Kind == "epoch").SelectMany(item => new[] { item.Values["train_loss"], item.Values["validate_loss"] })];
    }

    private static void AssertAlike(ITransform[] chain, int[] shape)
    {
        var pipeline = Pipeline(chain, shape);
        var tail = DeviceTail.Of(pipeline);
        Assert.Empty(tail.Head.Steps);
        using var batch = BatchOf(tail.Head, shape);
        for (var epoch = 0; epoch < 3; epoch++)
        {
            var expected = Loaded(pipeline, epoch);
            using var actual = tail.Apply(batch, epoch);
            var values = actual.contiguous().data<float>().ToArray();
            Assert.NotEqual(batch.Image.data<float>().ToArray(), values);
            var range = expected.Max() - expected.Min();
            Assert.Equal(expected, values, (one, other) => Math.Abs(one - other) < 1e-3 * Math.Max(Math.Abs(one), range / 10));
        }
    }

    private static AffineTransform Affine(bool isVolume, Edge padding)
    {
        var axes = isVolume ? 3 : 1;
        return new AffineTransform(new()
        {
            Rotate = [.. Enumerable.Repeat(new Interval(-0.3, 0.3), axes)],
            Shear = [.. Enumerable.Repeat(new Interval(-0.1, 0.1), isVolume ? 6 : 2)],
            Translate = [.. Enumerable.Repeat(new Interval(-3, 3), isVolume ? 3 : 2)],
            Scale = [.. Enumerable.Repeat(new Interval(0.8, 1.2), isVolume ? 3 : 2)],
            Padding = padding,
            Probability = 0.8,
        });
    }

    private static SamplePipeline Pipeline(ITransform[] chain, int[] shape) =>
        new(new Images(shape), [.. chain.Select((transform, i) => new TransformStep($"step {i}", transform, i % 2 == 0 ? Phase.Train : null))], new RandomStream(17));

    private static Case[] Items => [.. Enumerable.Range(0, Cases).Select(i => new Case { Id = $"case{i}", Subject = $"subject{i}", Labels = [i % 2] })];

    private static float[] Loaded(SamplePipeline pipeline, int epoch)
    {
        using var workspace = new SampleWorkspace();
        return [.. Items.SelectMany(item => pipeline.Load(item, Phase.Train, epoch, workspace).Image.Pixels.ToArray())];
    }

    private static Batch BatchOf(SamplePipeline head, int[] shape) =>
        new(Items, torch.tensor(Loaded(head, 0)).reshape([Cases, .. shape.Select(size => (long)size)]), torch.zeros([Cases, 1]));

    // Smooth images, each its own, so that a place is known by its value.
    private sealed class Images(int[] shape) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate(shape, geometry: new Geometry([0.7, 0, 0, 0, 0, 1.1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1]));
            var (random, width, height) = (new RandomStream(item.RandomKey), image.Width, image.Height);
            for (var i = 0; i < image.Length; i++)
                image.Pixels[i] = (float)(100 + (60 * Math.Sin(i % width * 0.4)) + (50 * Math.Cos(i / width % height * 0.3)) + (5 * (i / width / height)) + random.Uniform(-9, 9));
            return new Sample(item, image);
        }
    }
}
