using Framework.Components.Data.Loading;
using Framework.Components.Tests.Data;
using Framework.Components.Training;
using Framework.Components.Training.Losses;
using Framework.Components.Training.Segmentation;
using Framework.Components.Transforms.Annotations;
using Framework.Components.Transforms.Spatial;
using TorchSharp;
using static Framework.Components.Tests.Training.SupervisedTrainerTests;

namespace Framework.Components.Tests.Training.Segmentation;

/// <summary>Networks that need no training: bright pixels are the lesion.</summary>
[Collection(nameof(OneAtATime))]
public sealed class FindingsPredictionTests
{
    private const int Width = 10;
    private const int Height = 8;

    private static readonly TransformStep Flip = new("flip", new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }));
    private static readonly TransformStep Crop = new("crop", new CropTransform(new CropOptions { Size = [4, 6] }));
    private static readonly TransformStep Half = new("resize", new ResizeTransform(new ResizeOptions { Size = [Height * 2, Width * 2] }));
    private static readonly TransformStep Objects = new("objects-from-mask", new ObjectsFromMaskTransform(new ObjectsFromMaskOptions { Classes = ["lesion"] }));

    private static readonly SupervisedOptions Segmenting = Options with
    {
        Loss = new DiceFactory(new DiceOptions()), Masks = new MaskOptions { Classes = ["background", "lesion"] },
    };

    private static readonly SupervisedOptions Detecting = Options with
    {
        Loss = new ModelLossesFactory(new ModelLossesOptions()), Objects = new ObjectOptions { Classes = ["lesion"], Masks = true },
    };

    public FindingsPredictionTests() => torch.set_num_threads(1);

    [Fact]
    public void Predict_LabelMap_ComesBackToTheScansGrid()
    {
        var masks = new Masks();
        var predictions = Predict(Segmenting, new Bright(), masks, Flip, Half);
        Assert.Equal(6, predictions.Findings!.Count);
        Assert.All(predictions.Findings, found => Assert.Equal([new ClassOverlap("lesion", 4, 4, 4)], found.Overlaps));
        Assert.Equal("case3", predictions.Findings[3].MaskFile);
        Assert.Equal([32 + 0, 33 + 0, 42, 43], masks.Kept["case3"].Select((value, at) => value > 0 ? at : -1).Where(at => at >= 0));
        // Labels of other names take the highest probability of all classes.
        Assert.All(predictions.Outputs.ToArray(), output => Assert.InRange(output, 0.95, 1));
    }

    // The block in the middle has columns 2 to 7 and rows 2 to 5: of the lesion one column lies outside for the first cases.
    [Fact]
    public void Predict_CroppedAway_CountsAsMissed()
    {
        var predictions = Predict(Segmenting, new Bright { Left = 1 }, null, Crop);
        Assert.All(predictions.Findings!, found => Assert.Equal([new ClassOverlap("lesion", 2, 4, 2)], found.Overlaps));
        Assert.All(predictions.Findings!, found => Assert.Null(found.MaskFile));
    }

    [Fact]
    public void Predict_WindowsOverImagesOfAnySize_GiveWholeLabelMaps()
    {
        var options = Segmenting with { Windows = new WindowOptions { Overlap = 0.5, Batch = 2 } };
        var predictions = Predict(options, new Bright { Grows = true }, null, Crop with { Only = Phase.Train });
        Assert.Equal([8, 9, 10, 11, 12, 13], predictions.Findings!.Select(found => found.Grid.Height));
        Assert.All(predictions.Findings!, found => Assert.Equal([new ClassOverlap("lesion", 4, 4, 4)], found.Overlaps));
    }

    [Fact]
    public void Predict_NewDataWithoutMasks_LeavesTheTruthOpen()
    {
        var context = Context(new Bright { HasMask = false }, new Bright());
        var error = Assert.Throws<DataFormatException>(() => Run(Segmenting, context, new Bright { HasMask = false }));
        Assert.StartsWith("case 'case0': it has no 'mask'.", error.Message, StringComparison.Ordinal);
        var findings = Run(Segmenting, context with { HasTruths = false }, new Bright { HasMask = false }).Findings!;
        Assert.All(findings, found => Assert.Equal([new ClassOverlap("lesion", 4, null, null)], found.Overlaps));
    }

    [Fact]
    public void Predict_Objects_ComeBackToTheScansGrid()
    {
        var predictions = Predict(Detecting, new Bright(), null, Objects, Flip, Half);
        foreach (var found in predictions.Findings!)
        {
            var (truth, finding) = (Assert.Single(found.Truths!), Assert.Single(found.Found));
            Assert.Equal((0.75, "lesion"), (finding.Score, finding.Class));
            Assert.Equal((2.0, 3.0, 4.0, 5.0), (Math.Round(finding.Box.Low.X, 4), Math.Round(finding.Box.Low.Y, 4), Math.Round(finding.Box.High.X, 4), Math.Round(finding.Box.High.Y, 4)));
            Assert.Equal(truth.Mask!.Runs, finding.Mask!.Runs);
            Assert.Equal((2.0, 3.0, 4.0, 5.0), (truth.Box.Low.X, truth.Box.Low.Y, truth.Box.High.X, truth.Box.High.Y));
        }

        Assert.All(predictions.Outputs.ToArray(), output => Assert.Equal(0.75, output));
    }

    [Fact]
    public void Try_ModelThatFindsNothing_IsRefused()
    {
        var context = Context(new Bright(), new Bright(), Objects) with { Model = new TinyNet() };
        var error = Assert.Throws<ExperimentException>(() => Trainer(Options with { Objects = Detecting.Objects }).Try(context));
        Assert.Equal("'supervised' with 'objects' needs a model that finds objects, such as mask-rcnn; this one does not. Use such a model, or leave 'objects' out.", error.Message);
    }

    [Fact]
    public void Try_ClassifierForMasks_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => Trainer(Segmenting).Try(Context(new Bright(), new Bright()) with { Model = new TinyNet() }));
        Assert.StartsWith("'dice' needs a logit for each of 2 classes and each voxel of the masks, (2, 2, 8, 10); the model gives (2, 2).", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_Segmenter_LearnsFromMasks()
    {
        var context = Context(new Bright(), new Bright()) with { Model = new Pixelwise(), Fitting = true };
        var options = Segmenting with { Epochs = 30, BatchSize = 3, Select = Selection.Last };
        using var predictor = Trainer(options).Fit(context, CancellationToken.None);
        var overlap = Assert.Single(predictor.Predict(context.Validate, CancellationToken.None).Findings![0].Overlaps);
        Assert.Equal(new ClassOverlap("lesion", 4, 4, 4), overlap);
    }

    private static Predictions Predict(SupervisedOptions options, Bright source, IMaskStore? masks, params TransformStep[] steps) =>
        Run(options, Context(source, source, steps) with { Masks = masks }, source, steps);

    private static Predictions Run(SupervisedOptions options, TrainingContext context, Bright source, params TransformStep[] steps)
    {
        using var predictor = Trainer(options).Fit(context with { Model = options.Objects is null ? new Threshold() : new BrightBoxes() }, CancellationToken.None);
        return predictor.Predict(Set(source, 6, steps), CancellationToken.None);
    }

    private static SampleSet Set(Bright source, int count, params TransformStep[] steps) => new(Cohort.Cases(count), new SamplePipeline(source, steps, new RandomStream(5)));

    private static TrainingContext Context(Bright train, Bright validate, params TransformStep[] steps) =>
        SupervisedTrainerTests.Context() with { Train = Set(train, 6, steps), Validate = Set(validate, 4, steps), Fitting = false };

    /// <summary>A lesion of 2 x 2 pixels in column 2, or another, and row 3.</summary>
    private sealed class Bright : IDataSource
    {
        private static readonly Geometry Grid = new([0.5, 0, 0, 10, 0, 0.5, 0, -3, 0, 0, 5, 40, 0, 0, 0, 1]);

        public int Left { get; init; } = 2;

        public bool HasMask { get; init; } = true;

        public bool Grows { get; init; }

        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var height = Height + (Grows ? int.Parse(item.Id[4..], System.Globalization.CultureInfo.InvariantCulture) : 0);
            var (image, mask) = (workspace.Allocate([1, height, Width], geometry: Grid), workspace.Allocate([1, height, Width], geometry: Grid));
            image.Pixels.Clear();
            foreach (var at in new[] { (3 * Width) + Left, (3 * Width) + Left + 1, (4 * Width) + Left, (4 * Width) + Left + 1 })
                image.Pixels[at] = 1;
            image.Pixels.CopyTo(mask.Pixels);
            var sample = new Sample(item, image);
            return HasMask ? sample.With(mask, "mask") : sample;
        }
    }

    private sealed class Masks : IMaskStore
    {
        public Dictionary<string, float[]> Kept { get; } = [];

        public (string File, string Hash) Save(Case item, Image mask)
        {
            lock (Kept)
                Kept.Add(item.Id, mask.Pixels.ToArray());
            return (item.Id, "00");
        }
    }

    private sealed class Pixelwise : IModelFactory
    {
        public IModel Create(ModelContext context) => new ImageModel(torch.nn.Conv2d(1, context.MaskClasses.Count, 1));
    }

    private sealed class Threshold : IModelFactory
    {
        public IModel Create(ModelContext context)
        {
            var layer = torch.nn.Conv2d(1, 2, 1);
            using var quiet = torch.no_grad();
            layer.weight.copy_(torch.tensor([-20f, 20f]).reshape(2, 1, 1, 1));
            layer.bias!.copy_(torch.tensor([10f, -10f]));
            return new ImageModel(layer);
        }
    }

    private sealed class BrightBoxes : IModelFactory
    {
        public IModel Create(ModelContext context) => new Boxing();

        private sealed class Boxing : IModel
        {
            public torch.nn.Module Module { get; } = torch.nn.Linear(1, 1);

            public ModelOutput Forward(Batch batch) => new(new Dictionary<string, torch.Tensor>()) { Objects = [.. Enumerable.Range(0, (int)batch.Image.shape[0]).Select(at => Find(batch.Image[at, 0])) ] };

            public void Dispose() => Module.Dispose();

            private static ImageObjects Find(torch.Tensor image)
            {
                var places = (image > 0.5).nonzero();
                var (low, high) = (places.amin(0), places.amax(0) + 1);
                var box = torch.stack([low[1], low[0], high[1], high[0]]).to(torch.ScalarType.Float32).unsqueeze(0);
                return new ImageObjects(box, torch.ones(1, torch.ScalarType.Int64), image.unsqueeze(0), torch.tensor([0.75f]));
            }
        }
    }
}
