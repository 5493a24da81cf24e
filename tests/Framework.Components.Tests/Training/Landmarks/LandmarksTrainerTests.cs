using Framework.Components.Evaluation.Findings;
using Framework.Components.Tests.Evaluation.Findings;
using Framework.Components.Training.Landmarks;

namespace Framework.Components.Tests.Training.Landmarks;

/// <summary>Samples with two landmarks on a slice of 8 x 8 pixels of 3 mm, whose label map has the true ones.</summary>
public sealed class LandmarksTrainerTests
{
    private static readonly Geometry Grid = new([3, 0, 0, -10, 0, 3, 0, 20, 0, 0, 4, 5, 0, 0, 0, 1]);
    private static readonly LandmarksTrainer Trainer = new(new LandmarksOptions { Names = ["upper", "lower"] });

    [Fact]
    public void Predict_Landmarks_AreHeldAgainstTheLabelMap()
    {
        var table = Predict(new Source(), Source.Case("a"));

        // The first label covers columns 2 and 3 of row 1, the second one column 5 of row 6; the landmarks lie on (2, 1) and (5, 9), beyond the last row.
        var rate = new IdentificationRate(new IdentificationOptions { Distance = 10 });
        Assert.Equal(1.5, rate.Figure(table, "localisation-error", "upper"), 1e-9);
        Assert.Equal(9, rate.Figure(table, "localisation-error", "lower"), 1e-9);
        Assert.Equal(1, rate.Figure(table, "identification-rate"));
    }

    [Fact]
    public void Predict_ALandmarkOfAnotherName_DoesNotCount() => Assert.DoesNotContain(Predict(new Source(), Source.Case("a")).Findings![0].Found, found => found.Class == "other");

    [Fact]
    public void Predict_WithoutALabelMap_KnowsNoTruth()
    {
        Assert.Null(Predict(new Source { HasMap = false }, Source.Case("a")).Findings![0].Truths);
        Assert.Null(Predict(new Source(), Source.Case("a"), hasTruths: false).Findings![0].Truths);
    }

    [Fact]
    public void Predict_AValueWithoutAName_IsSaid()
    {
        var error = Assert.Throws<DataFormatException>(() => Predict(new Source { Second = 3 }, Source.Case("a")));

        Assert.Equal("case 'a': 'mask-landmarks' holds 3, and 'names' has the values 1 to 2. Correct the label map, or the names.", error.Message);
    }

    [Fact]
    public void Predict_ALabelMapOfAnotherSize_IsSaid()
    {
        var error = Assert.Throws<DataFormatException>(() => Predict(new Source { MapSide = 7 }, Source.Case("a")));

        Assert.Equal("case 'a': 'mask-landmarks' is 1 x 7 x 7, and the image 1 x 8 x 8. A label map has one channel and the image's size.", error.Message);
    }

    private static Predictions Predict(Source source, Case item, bool hasTruths = true)
    {
        var set = new SampleSet([item], new SamplePipeline(source, [], new RandomStream(1)));
        var context = new TrainingContext
        {
            Unit = "levels.0.0", Train = set, Validate = set, Labels = [], Device = TorchSharp.torch.CPU, Random = new RandomStream(1), LoaderThreads = 0,
            Checkpoints = new MemoryStore(), Log = new ListLog(), HasTruths = hasTruths,
        };
        using var predictor = Trainer.Fit(context, CancellationToken.None);
        return predictor.Predict(set, CancellationToken.None);
    }

    private sealed class Source : IDataSource
    {
        public bool HasMap { get; init; } = true;

        public float Second { get; init; } = 2;

        public int MapSide { get; init; } = 8;

        public static Case Case(string id) => new() { Id = id, Subject = "s", Labels = [] };

        public DataIndex Index(IndexContext context) => throw new NotSupportedException("the cases are given");

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var sample = new Sample(item, workspace.Allocate([1, 8, 8], geometry: Grid));
            if (HasMap)
                sample = sample.With(Map(workspace), "mask-landmarks");
            return sample.With((IReadOnlyList<Landmark>)[Mark("upper", 2, 1), Mark("lower", 5, 9), Mark("other", 0, 0)]);
        }

        private Image Map(SampleWorkspace workspace)
        {
            var map = workspace.Allocate([1, MapSide, MapSide], geometry: Grid);
            map.Pixels.Clear();
            (map.Pixels[MapSide + 2], map.Pixels[MapSide + 3], map.Pixels[(6 * MapSide) + 5]) = (1, 1, Second);
            return map;
        }

        private static Landmark Mark(string name, double x, double y) => new(name, Grid.ToPatient(new VoxelPoint(x, y, 0)));
    }
}
