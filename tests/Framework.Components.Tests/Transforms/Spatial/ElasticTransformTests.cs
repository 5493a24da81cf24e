using Framework.Components.Transforms.Spatial;
using Framework.Sdk.Testing;

namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class ElasticTransformTests : TransformContract
{
    protected override bool BendsThePatient => true;

    protected override ITransform Create() => new ElasticTransform(new ElasticOptions { Magnitude = 8, Spacing = 32, Probability = 1, Padding = Edge.Border });

    // Values are places: under each moved landmark lies the value of the place it came from, bent by several millimetres.
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    public void Apply_Landmarks_StayOnWhatTheyMarked(int depth)
    {
        var geometry = new Geometry([0.9, 0.1, 0.05, -40, -0.08, 1.1, -0.2, 35, 0.02, 0.15, 1.4, 7, 0, 0, 0, 1]);
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate(depth == 1 ? [3, 80, 90] : [3, depth, 80, 90], geometry: geometry);
        for (var i = 0; i < image.Length / 3; i++)
        {
            var place = geometry.ToPatient(new VoxelPoint(i % 90, i / 90 % 80, i / 90 / 80));
            (image.Channel(0)[i], image.Channel(1)[i], image.Channel(2)[i]) = ((float)place.X, (float)place.Y, (float)place.Z);
        }

        Landmark[] landmarks = [.. Enumerable.Range(0, 9).Select(i => new Landmark($"{i}", geometry.ToPatient(new VoxelPoint(30 + (i % 3 * 12), 30 + (i / 3 * 8), depth / 2))))];
        var result = Apply.To(Create(), new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image).With(landmarks), seed: 5);
        Assert.Equal(image.Geometry.Affine.ToArray(), result.Image.Geometry.Affine.ToArray());
        Assert.Contains(landmarks.Zip(result.Landmarks), pair => (pair.First.Place - pair.Second.Place).Length > 2);
        foreach (var (before, after) in landmarks.Zip(result.Landmarks))
        {
            var at = geometry.ToVoxel(after.Place);
            var shown = new PatientPoint(Value(result.Image, 0, at), Value(result.Image, 1, at), Value(result.Image, 2, at));
            Assert.InRange((shown - before.Place).Length, 0, 0.05);
        }
    }

    // The image rises by sqrt 5 a millimetre; the way back is linear between nodes 8 mm apart, true to about a tenth of a millimetre.
    [Fact]
    public void ReturnToGrid_WithTheField_UndoesTheBend()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 64, 64]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = (i % 64) + (2 * (i / 64));
        var context = new TransformContext(workspace, new RandomStream(3), Phase.Train);
        var sample = new Sample(new Case { Id = "a", Subject = "s", Labels = [] }, image);
        var plan = ((ISpatialTransform)Create()).Plan(sample, context)!;
        var bent = sample.Move(plan, workspace).Image;
        var back = SpatialTransforms.ReturnToGrid(bent, VoxelGrid.Of(image), workspace, undone: plan.Displacement);
        for (var i = 0; i < image.Length; i++)
        {
            if (i % 64 is > 12 and < 52 && i / 64 is > 12 and < 52)
                Assert.Equal(image.Pixels[i], back.Pixels[i], 0.3);
        }
    }

    [Fact]
    public void Undo_EvenDisplacement_IsTheWayBack()
    {
        var field = new Displacement(new VoxelGrid(3, (1, 1, 1), Geometry.Unknown), [new PatientPoint(1, -2, 3)]);
        Assert.Equal(new PatientPoint(1, -2, 3), field.At(new PatientPoint(50, 60, 70)));
        Assert.Equal(new PatientPoint(9, 12, 7), field.Undo(new PatientPoint(10, 10, 10)));
        Assert.Equal(new PatientPoint(-1, 2, -3), field.Inverse().At(default));
    }

    [Fact]
    public void Constructor_DisplacementThatFolds_IsRefused()
    {
        var error = Assert.Throws<ExperimentException>(() => new ElasticTransform(new ElasticOptions { Magnitude = 9, Spacing = 20 }));
        Assert.Equal("'elastic' needs 'magnitude' to be at most 8 mm, 0.4 of 'spacing', or the image would fold; it is 9.", error.Message);
    }

    private static double Value(Image image, int channel, VoxelPoint at)
    {
        var grid = VoxelGrid.Of(image);
        var change = new SpatialChange(grid, (1, 1, 1), [1, 0, 0, at.X, 0, 1, 0, at.Y, 0, 0, 1, image.Depth == 1 ? 0 : at.Z, 0, 0, 0, 1]);
        return Reference.Sample(image, change)[channel];
    }
}
