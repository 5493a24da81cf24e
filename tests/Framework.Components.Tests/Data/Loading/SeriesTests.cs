using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Tests.Data.Loading;

[Collection(nameof(OneAtATime))]
public sealed class SeriesTests
{
    private static readonly int[] Lengths = [2, 4, 1];

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void Read_SlicesOfSeries_AreARowEachOrderedInSpace(int threads)
    {
        using var scope = torch.NewDisposeScope();
        using var loader = new BatchLoader(Joined(), Settings(threads));
        using var batch = loader.Read(LoaderPass.Evaluation(3), CancellationToken.None).Single();
        Assert.Equal(["series0", "series1", "series2"], batch.Cases.Select(item => item.Id));
        Assert.Equal([3, 1, 4, 2, 2], batch.Image.shape);
        Assert.Equal([2L, 4, 1], batch.Instances!.data<long>().ToArray());
        Assert.Equal([0, 1, 10, 11, 12, 13, 20], Real(batch).Select(slice => batch.Image[slice.Row, 0, slice.Slice, 1, 1].item<float>()));
        Assert.Equal([0, 1, 10, 11, 12, 13, 20], Real(batch).Select(slice => batch.Labels[slice.Row, slice.Slice, 0].item<float>()));
        Assert.Equal([3, 4, 2], batch.Labels.shape);
        Assert.Equal(2 * (2 + 0 + 3), batch.Labels.isnan().sum().item<long>()); // what pads has no labels
    }

    // One draw for a series: a slice turned otherwise than its neighbours would be another patient's.
    [Fact]
    public void Load_RandomTransform_DrawsOnceForASeriesAndAnewForTheNext()
    {
        var samples = Joined(new TransformStep("draw", new Draw()));
        using var workspace = new SampleWorkspace();
        var drawn = samples.Cases.Select(item => samples.Pipeline.Load(item, Phase.Train, 0, workspace).Image.Pixels.ToArray().Distinct().ToArray()).ToList();
        Assert.All(drawn, values => Assert.Single(values));
        Assert.Equal(3, drawn.SelectMany(values => values).Distinct().Count());
    }

    [Fact]
    public void Load_Series_LiesWhereItsSlicesDo()
    {
        using var workspace = new SampleWorkspace();
        var image = Joined().Pipeline.Load(Joined().Cases[1], Phase.Evaluate, 0, workspace).Image;
        Assert.Equal(new PatientPoint(0, 0, 30), image.Geometry.ToPatient(new VoxelPoint(0, 0, 0)));
        Assert.Equal(new PatientPoint(0, 0, 39), image.Geometry.ToPatient(new VoxelPoint(0, 0, 3)));
    }

    [Fact]
    public void Load_Volumes_AreABagOfThem()
    {
        using var workspace = new SampleWorkspace();
        var volumes = new SampleSet(SeriesJoin.Join(Slices(), 4), new SamplePipeline(new Numbered(depth: 3), [], new RandomStream(1)));
        var image = volumes.Pipeline.Load(volumes.Cases[1], Phase.Evaluate, 0, workspace).Image;
        Assert.Equal([1, 12, 2, 2], image.Shape.ToArray());
        Assert.Equal(4, image.Instances);
        using var scope = torch.NewDisposeScope();
        using var loader = new BatchLoader(volumes, Settings(1) with { Shape = [1, 6, 2, 2], InstanceDepth = 3 });
        using var batch = loader.Read(LoaderPass.Evaluation(3), CancellationToken.None).Single();
        Assert.Equal([3, 1, 4, 3, 2, 2], batch.Image.shape);
        Assert.Equal([10, 11, 12, 13], Enumerable.Range(0, 4).Select(at => batch.Image[1, 0, at].mean().item<float>()));
        Assert.Equal(0, batch.Image[0, 0, 2].abs().sum().item<float>());
        Assert.Equal([1, 2, 3, 2, 2], (Settings(1) with { Shape = [1, 6, 2, 2], InstanceDepth = 3 }).InputShape);
    }

    [Fact]
    public void Move_BagOfVolumes_IsRefused()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 6, 2, 2], instances: 2);
        var error = Assert.Throws<DataFormatException>(() => image.Move(SpatialChange.Block(VoxelGrid.Of(image), (0, 0, 0), (1, 1, 1)), workspace));
        Assert.Equal("2 volumes of a bag lie behind each other here, and no change of grid moves them one by one. Put it before the transform that makes the bag.", error.Message);
    }

    [Fact]
    public void Join_MoreSlicesThanStated_SaysHowMany() => Assert.Equal(
        "series 'series1': it has 4 slices, and 'series' sets memory aside for 3. Raise 'series', or leave slices out of the data.",
        Assert.Throws<DataFormatException>(() => SeriesJoin.Join(Slices(), 3)).Message);

    [Fact]
    public void Join_NoSeriesOrPosition_SaysWhatIsMissing()
    {
        Assert.Equal(
            "case 's2.0': it belongs to no series, and 'series' joins the slices of each. Use a data source that knows series and positions, or leave 'series' out.",
            Assert.Throws<DataFormatException>(() => SeriesJoin.Join([.. Slices().Select(slice => slice with { Series = "" })], 9)).Message);
        Assert.Equal(
            "case 's2.0': nothing says where it lies in its series, and slices are ordered by that. Use a data source that knows positions, or leave 'series' out.",
            Assert.Throws<DataFormatException>(() => SeriesJoin.Join([.. Slices().Select(slice => slice with { Position = double.NaN })], 9)).Message);
    }

    [Fact]
    public void Join_MissingLabels_TakesTheGreatestKnown()
    {
        var joined = SeriesJoin.Join([.. Slices().Select(slice => slice.Id == "s1.3" ? slice with { Labels = [double.NaN, double.NaN] } : slice)], 9);
        Assert.Equal([20, 12, 1], joined.Select(item => item.Labels[0]));
    }

    private static SampleSet Joined(params TransformStep[] steps)
    {
        var joined = SeriesJoin.Join(Slices(), 4).OrderBy(item => item.Id, StringComparer.Ordinal);
        return new SampleSet([.. joined], new SamplePipeline(new Numbered(depth: 0), steps, new RandomStream(1)));
    }

    private static LoaderSettings Settings(int threads) => new() { BatchSize = 3, Threads = threads, Shape = [1, 2, 2, 2], Labels = 2, Bag = 4, LabelsInstances = true };

    private static IEnumerable<(int Row, int Slice)> Real(Batch batch) =>
        from row in Enumerable.Range(0, batch.Cases.Count)
        from slice in Enumerable.Range(0, Lengths[row])
        select (row, slice);

    // From the last series to the first, and its slices from head to feet: the order of names, not of places.
    private static Case[] Slices() =>
    [
        .. from series in Enumerable.Range(0, Lengths.Length).Reverse()
           from slice in Enumerable.Range(0, Lengths[series]).Reverse()
           let number = (10 * series) + slice
           select new Case { Id = $"s{series}.{slice}", Subject = $"subject{series}", Series = $"series{series}", Position = 3 * number, Labels = [number, 1] },
    ];

    private sealed class Numbered(int depth) : IDataSource
    {
        public DataIndex Index(IndexContext context) => throw new NotSupportedException();

        public Sample Load(Case item, SampleWorkspace workspace)
        {
            var image = workspace.Allocate(depth == 0 ? [1, 2, 2] : [1, depth, 2, 2], geometry: Geometry.Unknown.Resample((1, 1, 1), (0, 0, item.Position)));
            image.Pixels.Fill((float)item.Labels[0]);
            return new Sample(item, image);
        }
    }

    private sealed class Draw : ITransform
    {
        public bool IsRandom => true;

        public Sample Apply(Sample sample, TransformContext context)
        {
            var image = context.Workspace.Allocate(sample.Image.Shape, sample.Image);
            image.Pixels.Fill((float)context.Random.NextDouble());
            return sample.With(image);
        }
    }
}
