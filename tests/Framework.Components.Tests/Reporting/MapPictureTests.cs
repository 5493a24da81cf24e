using Framework.Components.Reporting;

namespace Framework.Components.Tests.Reporting;

public sealed class MapPictureTests
{
    [Fact]
    public void Through_VolumeWithLongVoxels_HasSquarePixels()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 4, 6, 8], geometry: new Geometry([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1]));
        var planes = MapPlane.Through(image, (2 * 48) + (5 * 8) + 7);

        Assert.Equal([(8, 6), (8, 12), (6, 12)], planes.Select(plane => (plane.Width, plane.Height)));
        Assert.Equal((2 * 48) + (1 * 8) + 3, planes[0].Voxel(3, 1));
        Assert.Equal((1 * 48) + (5 * 8) + 3, planes[1].Voxel(3, 4));
        Assert.Equal((3 * 48) + (4 * 8) + 7, planes[2].Voxel(4, 11));
    }

    [Fact]
    public void Draw_MapOfAnotherSize_Throws()
    {
        using var workspace = new SampleWorkspace();
        var image = workspace.Allocate([1, 4, 4]);

        Assert.Throws<ArgumentException>(() => MapPicture.Draw(image, new float[8]));
    }

    [Fact]
    public void Set_ForAndAgainst_AreRedAndBlueOverGray()
    {
        var canvas = new RgbCanvas(3, 1);
        canvas.Set(0, 0, 0.5f, 0);
        canvas.Set(1, 0, 0.5f, 1);
        canvas.Set(2, 0, 0.5f, -1);

        Assert.Equal(PngFile.Encode(3, 1, 3, [128, 128, 128, 213, 94, 0, 0, 114, 178]), canvas.ToPng());
    }
}
