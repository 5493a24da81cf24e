using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Tests.Transforms.Spatial;

/// <summary>Crops along a spine that leans forwards by 30 degrees, in a volume whose values are places.</summary>
public sealed class CropLevelsTests : IDisposable
{
    private static readonly double Lean = Math.PI / 6;
    private static readonly string[] Names = ["L1-L2", "L2-L3", "L3-L4", "L4-L5", "L5-S1"];
    private static readonly PatientPoint Up = new(0, Math.Sin(Lean), Math.Cos(Lean));
    private static readonly PatientPoint Middle = new(2, 3, 5);

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    // Sagittal: x to the back, y down the spine, z to the right. Front is (0, cos, -sin) where up is (0, sin, cos).
    [Fact]
    public void Apply_Sagittal_LiesAlongTheSpine()
    {
        var crop = Crop("L3-L4", new CropLevelsOptions { Levels = Names, Size = [40, 30], Spacing = [2, 1, 3], Slices = 3 });
        Assert.Equal([3, 3, 30, 20], crop.Shape.ToArray());
        AssertNear(Middle, crop.Geometry.ToPatient(new VoxelPoint(9.5, 14.5, 1)));
        AssertNear(-2 * new PatientPoint(0, Math.Cos(Lean), -Math.Sin(Lean)), Step(crop, 0));
        AssertNear(-1 * Up, Step(crop, 1));
        AssertNear(new PatientPoint(3, 0, 0), Step(crop, 2));
        AssertValuesArePlaces(crop);
    }

    // Axial: x to the left, y to the back, z up the spine.
    [Fact]
    public void Apply_Axial_LiesInTheDisc()
    {
        var crop = Crop("L3-L4", new CropLevelsOptions { Levels = Names, Plane = LevelPlane.Axial, Size = [30, 20], Spacing = [1, 1, 2], Slices = 5 });
        Assert.Equal([3, 5, 20, 30], crop.Shape.ToArray());
        AssertNear(Middle, crop.Geometry.ToPatient(new VoxelPoint(14.5, 9.5, 2)));
        AssertNear(new PatientPoint(-1, 0, 0), Step(crop, 0));
        AssertNear(-1 * new PatientPoint(0, Math.Cos(Lean), -Math.Sin(Lean)), Step(crop, 1));
        AssertNear(2 * Up, Step(crop, 2));
        AssertValuesArePlaces(crop);
    }

    [Theory]
    [InlineData(LevelPlane.Sagittal)]
    [InlineData(LevelPlane.Axial)]
    public void Apply_Behind_LiesFurtherBackAlongTheDisc(LevelPlane plane)
    {
        var crop = Crop("L3-L4", new CropLevelsOptions { Levels = Names, Plane = plane, Size = [11, 11], Spacing = [1, 1, 1], Behind = 7 });
        AssertNear(Middle - (7 * new PatientPoint(0, Math.Cos(Lean), -Math.Sin(Lean))), crop.Geometry.ToPatient(new VoxelPoint(5, 5, 0)));
        AssertValuesArePlaces(crop);
    }

    // The last disc has one neighbour only: the spine runs from it to that one.
    [Fact]
    public void Apply_LastLevel_TakesItsOneNeighbour() =>
        AssertNear(-1 * Up, Step(Crop("L5-S1", new CropLevelsOptions { Levels = Names, Size = [8, 8], Spacing = [1, 1, 1] }), 1));

    [Fact]
    public void Apply_AllLevels_GivesOneInstanceEachAndZerosForTheMissing()
    {
        var options = new CropLevelsOptions { Levels = [.. Names, "S1-S2"], Size = [12, 10], Spacing = [1, 1, 1], Slices = 3 };
        var sample = Spine("L1-L2");
        var result = new CropLevelsTransform(options).Apply(sample, Context());
        Assert.Equal([9, 6, 10, 12], result.Image.Shape.ToArray());
        Assert.Empty(result.Landmarks);
        for (var level = 0; level < Names.Length; level++)
        {
            var alone = Crop(Names[level], options);
            for (var channel = 0; channel < 9; channel++)
                Assert.Equal(alone.Pixels.Slice(channel * 120, 120).ToArray(), result.Image.Channel(channel).Slice(level * 120, 120).ToArray());
        }

        for (var channel = 0; channel < 9; channel++)
            Assert.All(result.Image.Channel(channel)[(5 * 120)..].ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Apply_UnknownLevel_ListsTheLandmarks()
    {
        var options = new CropLevelsOptions { Levels = ["T12-L1", "L1-L2"], Size = [8, 8], Spacing = [1, 1, 1] };
        var error = Assert.Throws<DataFormatException>(() => Crop("T12-L1", options));
        Assert.Equal("the sample has no landmark 'T12-L1'; it has 'L1-L2', 'L2-L3', 'L3-L4', 'L4-L5', 'L5-S1'. Leave such cases out, or find the discs first.", error.Message);
        error = Assert.Throws<DataFormatException>(() => Crop("S1", options));
        Assert.Equal("the case's level is 'S1'; crop-level knows 'T12-L1', 'L1-L2'. Add it to 'levels'.", error.Message);
    }

    [Fact]
    public void Apply_OneDiscOnly_SaysThatADirectionNeedsTwo()
    {
        var sample = Spine("L1-L2").With((IReadOnlyList<Landmark>)[new Landmark("L1-L2", Middle)]);
        ITransform crop = new CropLevelTransform(new CropLevelsOptions { Levels = Names, Size = [8, 8], Spacing = [1, 1, 1] });
        var error = Assert.Throws<DataFormatException>(() => crop.Apply(sample, Context()));
        Assert.Equal("the spine's direction at 'L1-L2' needs a second disc; it has 'L1-L2'. Leave such cases out.", error.Message);
    }

    private Image Crop(string level, CropLevelsOptions options) => ((ITransform)new CropLevelTransform(options)).Apply(Spine(level), Context()).Image;

    // Channels hold x, y and z of the patient, on a grid that lies askew.
    private Sample Spine(string level)
    {
        var geometry = new Geometry([0.1, 0, 3, -40, 1.5, 0.1, 0.1, -60, 0, -1.4, 0.2, 70, 0, 0, 0, 1]);
        var image = _workspace.Allocate([3, 30, 90, 80], geometry: geometry);
        for (var i = 0; i < image.Length / 3; i++)
        {
            var place = geometry.ToPatient(new VoxelPoint(i % 80, i / 80 % 90, i / 80 / 90));
            (image.Channel(0)[i], image.Channel(1)[i], image.Channel(2)[i]) = ((float)place.X, (float)place.Y, (float)place.Z);
        }

        var item = new Case { Id = "a", Subject = "s", Labels = [], Attributes = new Dictionary<string, string> { ["level"] = level } };
        return new Sample(item, image).With((IReadOnlyList<Landmark>)[.. Names.Select((name, i) => new Landmark(name, Middle + ((2 - i) * 7 * Up)))]);
    }

    private TransformContext Context() => new(_workspace, new RandomStream(1), Phase.Train);

    private static PatientPoint Step(Image image, int axis) =>
        image.Geometry.ToPatient(new VoxelPoint(axis == 0 ? 1 : 0, axis == 1 ? 1 : 0, axis == 2 ? 1 : 0)) - image.Geometry.ToPatient(default);

    private static void AssertValuesArePlaces(Image image)
    {
        for (var i = 0; i < image.Length / 3; i++)
        {
            var place = image.Geometry.ToPatient(new VoxelPoint(i % image.Width, i / image.Width % image.Height, i / image.Width / image.Height));
            AssertNear(place, new PatientPoint(image.Channel(0)[i], image.Channel(1)[i], image.Channel(2)[i]), 1e-3);
        }
    }

    private static void AssertNear(PatientPoint expected, PatientPoint actual, double tolerance = 1e-9) =>
        Assert.True((expected - actual).Length < tolerance, $"expected {expected}, and it is {actual}");
}
