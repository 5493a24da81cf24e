namespace Framework.Components.Tests.Transforms.Spatial;

public sealed class AnnotationTests
{
    private static readonly Geometry Oblique = new([0, 0, 2, -5, 0.5, 0, 0, 6, 0, -0.7, 0, 7, 0, 0, 0, 1]);

    [Fact]
    public void On_GridItWasDrawnOn_IsTheSameBox()
    {
        var box = Box.From("a", new VoxelBox(new(1, 2, 3), new(4, 6, 5.5)), Oblique).On(new VoxelGrid(3, (9, 9, 9), Oblique))!.Value;
        Assert.Equal([1, 2, 3, 4, 6, 5.5], Numbers(box).Select(value => Math.Round(value, 9)));
    }

    [Fact]
    public void On_ReachingBeyondTheGrid_IsCutOffAtItsEdges() =>
        Assert.Equal([0, 2, 0, 4, 5, 1], Numbers(Box.From("a", new VoxelBox(new(-3, 2, 0), new(4, 9, 1)), Geometry.Unknown).On(new VoxelGrid(2, (8, 5, 1), Geometry.Unknown))!.Value));

    [Fact]
    public void On_BesideTheGrid_IsNothing() =>
        Assert.Null(Box.From("a", new VoxelBox(new(8, 0, 0), new(9, 1, 1)), Geometry.Unknown).On(new VoxelGrid(2, (8, 5, 1), Geometry.Unknown)));

    // A square of 2 turned by 45 degrees stands on its corner: 2 sqrt 2 wide and high.
    [Fact]
    public void On_GridTurnedByAnEighth_HoldsTheCorners()
    {
        var (s, box) = (Math.Sqrt(0.5), Box.From("a", new VoxelBox(new(-0.5, -0.5, 0), new(1.5, 1.5, 1)), Geometry.Unknown));
        var turned = new Geometry([s, -s, 0, 0, s, s, 0, -4, 0, 0, 1, 0, 0, 0, 0, 1]);
        var on = box.On(new VoxelGrid(2, (20, 20, 1), turned))!.Value;
        Assert.Equal(2 * Math.Sqrt(2), on.High.X - on.Low.X, 1e-9);
        Assert.Equal(2 * Math.Sqrt(2), on.High.Y - on.Low.Y, 1e-9);
    }

    [Fact]
    public void ToVoxel_OfToPatient_IsTheVoxel()
    {
        var voxel = Oblique.ToVoxel(Oblique.ToPatient(new VoxelPoint(3, 4.5, -2)));
        Assert.Equal((3, 4.5, -2), (Math.Round(voxel.X, 12), Math.Round(voxel.Y, 12), Math.Round(voxel.Z, 12)));
    }

    [Fact]
    public void With_AnotherImage_KeepsBoxesAndLandmarks()
    {
        var sample = Apply.Sample([1], [1, 1, 1]).With((IReadOnlyList<Landmark>)[new Landmark("l", default)]).With((IReadOnlyList<Box>)[new Box("b", Oblique)]);
        var changed = sample.With(sample.Image, "other").With(sample.Image).For(sample.Case);
        Assert.Equal("l", Assert.Single(changed.Landmarks).Name);
        Assert.Equal("b", Assert.Single(changed.Boxes).Label);
    }

    private static double[] Numbers(VoxelBox box) => [box.Low.X, box.Low.Y, box.Low.Z, box.High.X, box.High.Y, box.High.Z];
}
