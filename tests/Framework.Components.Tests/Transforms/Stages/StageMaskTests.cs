using Framework.Components.Evaluation.Findings;
using Framework.Components.Transforms.Spatial;
using Framework.Components.Transforms.Stages;

namespace Framework.Components.Tests.Transforms.Stages;

public sealed class StageMaskTests
{
    private static readonly Case Item = new() { Id = "a", Subject = "s", Labels = [] };

    // Axes reversed and swapped, spacings apart: where a voxel lies is worked out from the affine by hand.
    private static readonly Geometry Turned = new([-0.5, 0, 0, 30, 0, 0, 3, -20, 0, 2, 0, 7, 0, 0, 0, 1]);

    [Fact]
    public void Apply_SameGrid_IsTheMapVoxelByVoxel()
    {
        var sample = Read(new VoxelGrid(3, (4, 3, 2), Turned), [.. Enumerable.Range(0, 24).Select(i => (float)(i % 5))]);
        Assert.Equal([.. Enumerable.Range(0, 24).Select(i => (float)(i % 5))], Added(sample)["mask-segment"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_ImageOnAnotherGrid_TakesTheNearestVoxelAndZeroBeyond()
    {
        // Twice as fine along x and shifted by one old voxel: new x = 0 lies at old 1, new 1 at 1.5, which is the upper's.
        var old = new VoxelGrid(3, (3, 1, 1), Turned);
        var image = new SampleWorkspace().Allocate([1, 1, 1, 6], geometry: Turned.Resample((0.5, 1, 1), (1, 0, 0)));
        var sample = With(new Sample(Item, image), Said(old, [1, 2, 3]));
        Assert.Equal([2, 3, 3, 0, 0, 0], Added(sample)["mask-segment"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_SlicesInAnyOrder_ArePutTogetherAlongTheNormal()
    {
        var grid = new VoxelGrid(3, (2, 2, 3), Turned);
        StageOutput Slice(int z) => Said(new VoxelGrid(2, (2, 2, 1), Turned.Resample((1, 1, 1), (0, 0, z))), [10 * z, (10 * z) + 1, (10 * z) + 2, (10 * z) + 3]);
        var sample = With(new Sample(Item, new SampleWorkspace().Allocate(grid.Shape(1), geometry: Turned)), Slice(2), Slice(0), Slice(1));
        Assert.Equal([0, 1, 2, 3, 10, 11, 12, 13, 20, 21, 22, 23], Added(sample)["mask-segment"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_OneSliceOfAVolume_MarksItsOwnSliceAlone()
    {
        var sample = With(
            new Sample(Item, new SampleWorkspace().Allocate([1, 3, 1, 2], geometry: Turned)), Said(new VoxelGrid(2, (2, 1, 1), Turned.Resample((1, 1, 1), (0, 0, 1))), [4, 5]));
        Assert.Equal([0, 0, 4, 5, 0, 0], Added(sample)["mask-segment"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_VolumeToASlice_IsASlice()
    {
        var image = new SampleWorkspace().Allocate([1, 2, 2], geometry: Turned.Resample((1, 1, 1), (0, 0, 1)));
        var map = Added(With(new Sample(Item, image), Said(new VoxelGrid(3, (2, 2, 2), Turned), [0, 1, 2, 3, 4, 5, 6, 7])))["mask-segment"];
        Assert.Equal([1, 2, 2], map.Shape.ToArray());
        Assert.Equal([4, 5, 6, 7], map.Pixels.ToArray());
    }

    [Fact]
    public void Apply_FollowedByAFlip_MovesWithTheImage()
    {
        var flipped = Apply.To(new FlipTransform(new FlipOptions { Axis = Axis.X, Probability = 1 }), Added(Read(new VoxelGrid(3, (3, 1, 1), Turned), [1, 2, 3])));
        Assert.Equal([3, 2, 1], flipped["mask-segment"].Pixels.ToArray());
    }

    [Fact]
    public void Apply_NameThatIsTaken_SaysSo()
    {
        var sample = Read(new VoxelGrid(3, (3, 1, 1), Turned), [1, 2, 3]);
        sample = sample.With(sample.Image, "mask-segment");
        Assert.Equal(
            "stage-mask is to add 'mask-segment', and the sample has an image of that name. Give the map another 'name', so that the two are not taken for each other.",
            Assert.Throws<DataFormatException>(() => Added(sample)).Message);
    }

    [Fact]
    public void CropBoxes_JoinedSlices_CutOnceForEachObject()
    {
        var geometry = Geometry.Unknown;
        StageOutput Slice(int z, params (int X, double Score)[] found) => StageOutput.Of(
            Item,
            [],
            [],
            new CaseFindings
            {
                Grid = new VoxelGrid(2, (8, 1, 1), geometry.Resample((1, 1, 1), (0, 0, z))),
                Classes = ["spot"],
                Found = [.. found.Select(one => new CaseObject("spot", one.Score, new VoxelBox(new VoxelPoint(one.X, 0, 0), new VoxelPoint(one.X + 1, 1, 1))))],
            },
            null);
        var image = new SampleWorkspace().Allocate([1, 3, 1, 8]);
        for (var i = 0; i < image.Length; i++)
            image.Pixels[i] = i;
        // Pixel 2 in all three slices, pixel 6 in the last one with a higher score; a weak one that is left out.
        var sample = With(new Sample(Item, image), Slice(0, (2, 0.5)), Slice(2, (6, 0.9), (2, 0.4)), Slice(1, (2, 0.6), (0, 0.1)));
        var bag = Apply.To(new CropBoxesTransform(new CropBoxesOptions { Size = [1, 1, 1], From = "segment", Join = new JoinOptions { LeastScore = 0.2 } }), sample);
        Assert.Equal([22, 10], bag.Image.Pixels.ToArray());
        Assert.Equal(2, bag.Image.Instances);
    }

    private static Sample Added(Sample sample) => Apply.To(new StageMaskTransform(new StageMaskOptions { From = "segment" }), sample);

    private static Sample Read(VoxelGrid grid, float[] map) => With(new Sample(Item, new SampleWorkspace().Allocate(grid.Shape(1), geometry: grid.Geometry)), Said(grid, map));

    private static Sample With(Sample sample, params StageOutput[] said) => sample.With(new Dictionary<string, IReadOnlyList<StageOutput>> { ["segment"] = said });

    private static StageOutput Said(VoxelGrid grid, float[] map) => StageOutput.Of(Item, [], [], new CaseFindings { Grid = grid, Classes = ["body"] }, workspace =>
    {
        var image = workspace.Allocate(grid.Shape(1), geometry: grid.Geometry);
        map.CopyTo(image.Pixels);
        return image;
    });
}
