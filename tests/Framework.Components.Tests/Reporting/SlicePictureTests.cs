using Framework.Components.Reporting;

namespace Framework.Components.Tests.Reporting;

public sealed class SlicePictureTests : IDisposable
{
    // DICOM's usual axial and coronal grids in RAS+: slices upwards; slices towards the back.
    private static readonly double[] Axial = [-1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 2, 0, 0, 0, 0, 1];
    private static readonly double[] Coronal = [-1, 0, 0, 0, 0, 0, -2, 0, 0, -1, 0, 0, 0, 0, 0, 1];

    private readonly SampleWorkspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Fact]
    public void Of_AxialSlices_AreSeenFromTheSideWithTheHighestAbove()
    {
        var side = VolumeProjection.Of(Volume(Axial));

        Assert.Equal((5, 6), (side.Width, side.Height)); // rows run to the back; 3 slices of 2 mm are 6 pixels of 1 mm
        Assert.Equal([2, 2, 1, 1, 0, 0], Enumerable.Range(0, 6).Select(side.SliceOf));
        Assert.Equal((2 * 20) + 1.5f, side.Values[0]);          // the first row of the highest slice: the mean of its four voxels
        Assert.Equal((2 * 20) + 16 + 1.5f, side.Values[4]);
    }

    [Fact]
    public void Of_CoronalSlices_AreSeenFromAboveWithTheFrontAbove()
    {
        var side = VolumeProjection.Of(Volume(Coronal));

        Assert.Equal((4, 6), (side.Width, side.Height));
        Assert.Equal([0, 0, 1, 1, 2, 2], Enumerable.Range(0, 6).Select(side.SliceOf));
        Assert.Equal(8, side.Values[0]); // the first column of the front slice: the mean of 0, 4, 8, 12, 16
    }

    [Fact]
    public void Draw_TheSliceThatWasTaken_IsTheLineAndTheLongestBar()
    {
        var volume = Volume(Axial);
        var slice = _workspace.Allocate([1, 5, 4], geometry: new Geometry(Axial));
        slice.Pixels.Clear();
        var scores = new Dictionary<int, double> { [0] = 1, [1] = 3 };

        var taken = SlicePicture.Draw(volume, slice, 1, scores);

        Assert.NotEqual(taken, SlicePicture.Draw(volume, slice, 0, scores));
        Assert.NotEqual(taken, SlicePicture.Draw(volume, slice, 1, new Dictionary<int, double> { [1] = 3 }));
        Assert.Equal((5 + 6 + 40, 6 + 6 + 5), Size(taken)); // volume, gap, bars; volume, gap, slice
    }

    private static (int, int) Size(byte[] png) => ((png[18] << 8) + png[19], (png[22] << 8) + png[23]);

    // (1, 3, 5, 4); a voxel is its own number.
    private Image Volume(double[] affine)
    {
        var volume = _workspace.Allocate([1, 3, 5, 4], geometry: new Geometry(affine));
        for (var i = 0; i < volume.Length; i++)
            volume.Pixels[i] = i;
        return volume;
    }
}
