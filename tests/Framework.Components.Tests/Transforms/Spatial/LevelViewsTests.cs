using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Views of one disc out of two series whose values are places, on grids of their own.</summary>
public sealed class LevelViewsTests : IDisposable
{
    private static readonly string[] Names = ["L4-L5", "L5-S1"];
    private static readonly PatientPoint Disc = new(2, 3, 5);

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Apply_TwoSeries_ShowsTheSamePlaceOfThePatientInBoth()
    {
        var views = Apply(Spine());

        // Each series holds the height (z) of its voxels: the sagittal view falls along rows, the axial one rises along slices.
        Assert.Equal([6, 9, 9], views.Image.Shape.ToArray());
        Assert.Equal(5f, At(views, 1, 4, 4), 1e-3);
        Assert.Equal(5f + 8, At(views, 1, 0, 4), 1e-3);
        Assert.Equal(5f, At(views, 4, 4, 4), 1e-3);
        Assert.Equal(5f - 3, At(views, 3, 8, 0), 1e-3);
        Assert.Equal(5f + 3, At(views, 5, 0, 8), 1e-3);
        Assert.Single(views.Images);
        Assert.Empty(views.Landmarks);
    }

    // The spine is upright here: the disc's plane is level, and the height shown stays what it was.
    [Fact]
    public void Apply_Behind_ShowsWhatLiesBehindTheDisc()
    {
        var views = Apply(Spine(), behind: 6);
        var middle = views.Image.Geometry.ToPatient(new VoxelPoint(4, 4, 1));

        Assert.Equal(Disc.Y - 6, middle.Y, 1e-9);
        Assert.Equal(Disc.Z, middle.Z, 1e-9);
        Assert.Equal(5f, At(views, 1, 4, 4), 1e-3);
        Assert.Equal(5f, At(views, 4, 4, 4), 1e-3);
    }

    [Fact]
    public void Apply_TheBodiesBeside_GiveTheDirection()
    {
        var leaning = Spine().With((IReadOnlyList<Landmark>)[.. Spine().Landmarks, new Landmark("L4-L5 above", Disc + new PatientPoint(0, 6, 8)), new Landmark("L4-L5 below", Disc - new PatientPoint(0, 6, 8))]);

        // Up is (0, 0.6, 0.8): one row of 2 mm up rises by 1.6 mm.
        Assert.Equal(5 + 1.6f, At(Apply(leaning), 1, 3, 4), 1e-3);
    }

    [Fact]
    public void Apply_ALevelThatWasNotFound_IsEmpty() => Assert.All(Apply(Spine().With((IReadOnlyList<Landmark>)[])).Image.Pixels.ToArray(), value => Assert.Equal(0, value));

    private Sample Apply(Sample sample, double behind = 0) => new LevelViewsTransform(new LevelViewsOptions
    {
        Levels = Names,
        Pixels = [9, 9],
        Slices = 3,
        Views = [new LevelView { Behind = behind, Spacing = [2, 2, 4] }, new LevelView { Image = "axial", Behind = behind, Plane = LevelPlane.Axial, Spacing = [2, 2, 3] }],
    }).Apply(sample, new TransformContext(_workspace, new RandomStream(1), Phase.Train));

    private Sample Spine()
    {
        var item = new Case { Id = "a", Subject = "s", Labels = [], Attributes = new Dictionary<string, string> { ["level"] = "L4-L5" } };
        return new Sample(item, Heights(new Geometry([0, 0, 3, -20, -1.5, 0, 0, 40, 0, -1.5, 0, 50, 0, 0, 0, 1]), 16))
            .With(Heights(new Geometry([-1, 0, 0, 35, 0, -1, 0, 35, 0, 0, 4, -40, 0, 0, 0, 1]), 24), "axial")
            .With((IReadOnlyList<Landmark>)[new Landmark("L4-L5", Disc), new Landmark("L5-S1", Disc - new PatientPoint(0, 0, 30))]);
    }

    private Image Heights(Geometry geometry, int slices)
    {
        var image = _workspace.Allocate([1, slices, 64, 64], geometry: geometry);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (float)geometry.ToPatient(new VoxelPoint(i % 64, i / 64 % 64, i / 4096)).Z;
        return image;
    }

    private static float At(Sample sample, int channel, int row, int column) => sample.Image.Channel(channel)[(row * 9) + column];
}
