using Framework.Components.Evaluation.Findings;
using static Framework.Components.Tests.Evaluation.Findings.Cases;

namespace Framework.Components.Tests.Evaluation.Findings;

public sealed class SliceJoiningTests
{
    // One lesion over slices 0 to 2 that wanders, one in slice 4 in the same place as the first; a gap of one slice between them.
    private static readonly CaseFindings[] Slices =
    [
        Of([Box(0, 0, 4, 4)], [Box(0, 0, 4, 4, 0.5)], z: 0),
        Of([Box(2, 2, 6, 6)], [Box(2, 2, 6, 6, 0.9)], z: 1),
        Of([Box(5, 5, 8, 8)], [Box(5, 5, 8, 8, 0.7), Box(0, 8, 2, 10, 0.2)], z: 2),
        Of([], [], z: 3),
        Of([Box(5, 5, 8, 8)], [Box(5, 5, 8, 8, 0.6)], z: 4),
    ];

    [Fact]
    public void Join_AnyOverlapBetweenNeighbours_MakesObjects()
    {
        var joined = SliceJoining.Join([.. Slices.Reverse()], new JoinOptions());
        Assert.Equal((10, 10, 5), joined.Grid.Size);
        Assert.Equal([0.9, 0.6, 0.2], joined.Found.Select(item => item.Score));
        Assert.Equal(2, joined.Truths!.Count);
        var first = joined.Found[0];
        Assert.Equal((0.0, 0.0, 0.0, 8.0, 8.0, 3.0), (first.Box.Low.X, first.Box.Low.Y, first.Box.Low.Z, first.Box.High.X, first.Box.High.Y, first.Box.High.Z));
        Assert.Equal(16 + 16 + 9, first.Mask!.Count);
        Assert.Equal((16 + 16 + 9) * 0.5 * 0.5 * 2, first.Volume(joined.Grid), 1e-9);
        // The slices' own places: the second slice's middle lies 2 mm above the first's.
        var corner = joined.Grid.Geometry.ToPatient(new VoxelPoint(0, 0, 4));
        Assert.Equal((-3, 7, 8), (corner.X, corner.Y, corner.Z));
    }

    [Fact]
    public void Join_WithinTwoSlices_LeapsOverTheGap() =>
        Assert.Equal([0.675, 0.2], SliceJoining.Join(Slices, new JoinOptions { Within = 2, Score = JoinedScore.Mean }).Found.Select(item => Math.Round(item.Score, 12)));

    // Neighbours share 2 x 2 of 16 + 16 - 4 pixels, then 1 of 16 + 9 - 1.
    [Fact]
    public void Join_MoreOverlapAsked_PartsTheChain() =>
        Assert.Equal([0.9, 0.7, 0.6, 0.2], SliceJoining.Join(Slices, new JoinOptions { Overlap = 0.1, Extent = ObjectExtent.Masks }).Found.Select(item => item.Score));

    [Fact]
    public void Join_LeastScore_LeavesOutWhatIsUnsure() =>
        Assert.Equal([0.9, 0.6], SliceJoining.Join(Slices, new JoinOptions { LeastScore = 0.55 }).Found.Select(item => item.Score));

    [Fact]
    public void Join_OtherClass_StaysApart()
    {
        var slices = new[] { Of([], [Box(0, 0, 4, 4, 0.5)], z: 0), Of([], [Box(0, 0, 4, 4, 0.6, "lacune")], z: 1) };
        Assert.Equal(["lacune", "bleed"], SliceJoining.Join(slices, new JoinOptions()).Found.Select(item => item.Class));
    }

    [Fact]
    public void Join_LabelMaps_AddsTheirVoxels()
    {
        var joined = SliceJoining.Join([Counts(8, 12, 6) with { Grid = Slice(1) }, Counts(1, 2, 1) with { Grid = Slice(0) }], new JoinOptions());
        Assert.Equal([new ClassOverlap("bleed", 9, 14, 7)], joined.Overlaps);
    }

    // In three dimensions the first object is found whole, the second, too; scored as one case of the series.
    [Fact]
    public void Join_ThenScored_CountsObjectsInThreeDimensions()
    {
        var table = Table(SliceJoining.Join(Slices, new JoinOptions()));
        Assert.Equal(1, new DetectionRecall(new DetectionOptions { Extent = ObjectExtent.Masks }).Figure(table, "detection-recall"));
        Assert.Equal(1, new DetectionPrecision(new DetectionOptions { Score = 0.3 }).Figure(table, "detection-precision"));
        Assert.Equal(1, new Dice(new OverlapOptions()).Figure(table, "dice"));
    }

    // Two series of one table: figures of slices stand beside those of series, whose objects are fewer.
    [Fact]
    public void Compute_JoinAsked_GivesFiguresOfSeriesToo()
    {
        var rows = Enumerable.Range(0, 10).Select(i => new PredictedCase($"case{i}", $"subject{i / 5}", "", 0) { Series = $"series{i / 5}" });
        var table = new Predictions([], [.. rows], [], []) { Findings = [.. Slices, .. Slices.Select(slice => slice with { Found = [] })] };
        var recall = new DetectionRecall(new DetectionOptions { Join = new JoinOptions() });
        Assert.Equal(0.5, recall.Figure(table, "detection-recall"));
        Assert.Equal(0.5, recall.Figure(table, "detection-recall", at: "series"));
        var precision = new DetectionPrecision(new DetectionOptions { Score = 0, Join = new JoinOptions() });
        Assert.Equal(4.0 / 5, precision.Figure(table, "detection-precision"), 1e-12);
        Assert.Equal(2.0 / 3, precision.Figure(table, "detection-precision", at: "series"), 1e-12);
        Assert.Equal(2, precision.Compute(table).First(value => value.At == "series").Count);
    }

    [Fact]
    public void Compute_JoinOfCasesWithoutSeries_SaysWhatToName()
    {
        var error = Assert.Throws<DataFormatException>(() => new Froc(new FrocOptions { Join = new JoinOptions() }).Compute(Table(Slices)));
        Assert.Equal("case 'case0' belongs to no series, and findings are to be joined by series. Name the column of the series in 'data', or leave 'join' out.", error.Message);
    }

    [Fact]
    public void Join_SlicesInOnePlace_IsRefused()
    {
        var error = Assert.Throws<DataFormatException>(() => SliceJoining.Join([Slices[0], Slices[0]], new JoinOptions()));
        Assert.StartsWith("two slices of a series lie in one place", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Join_SlicesOfDifferentSizes_IsRefused()
    {
        var other = Slices[1] with { Grid = new VoxelGrid(2, (8, 10, 1), Slices[1].Grid.Geometry) };
        var error = Assert.Throws<DataFormatException>(() => SliceJoining.Join([Slices[0], other], new JoinOptions()));
        Assert.StartsWith("the slices of a series have different sizes, 10 x 10 and 8 x 10", error.Message, StringComparison.Ordinal);
    }
}
