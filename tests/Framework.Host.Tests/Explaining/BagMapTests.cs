using Framework.Host.Explaining;
using Framework.Sdk;

namespace Framework.Host.Tests.Explaining;

public sealed class BagMapTests
{
    [Fact]
    public void OnScan_WholeAndACrop_ShowsTheCropOverTheWhole()
    {
        using var workspace = new SampleWorkspace();
        var scan = workspace.Allocate([1, 2, 4, 4], geometry: new Geometry([2, 0, 0, 10, 0, 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 1]));
        // The whole scan as one slice of 2 x 2, and the pixels (2, 1) and (3, 1), (2, 2) and (3, 2) of slice 1.
        var whole = scan.Geometry.Resample((2, 2, 2), (0.5, 0.5, 0.5));
        var crop = scan.Geometry.Resample((1, 1, 1), (2, 1, 1));
        var bag = workspace.Allocate([1, 2, 2, 2], instances: 2, places: [whole, crop]);

        var map = BagMap.OnScan([whole, crop], bag, scan, [0.1f, 0.1f, 0.1f, 0.1f, 0.9f, 0.9f, 0.9f, 0.9f], workspace);

        var expected = Enumerable.Repeat(0.1f, 32).ToArray();
        foreach (var at in (int[])[22, 23, 26, 27])
            expected[at] = 0.9f;
        Assert.Equal(expected, map.Pixels.ToArray());
        Assert.Same(scan.Geometry, map.Geometry);
    }

    [Fact]
    public void OnScan_CropBesideTheScan_LeavesItZero()
    {
        using var workspace = new SampleWorkspace();
        var scan = workspace.Allocate([1, 1, 2, 2], geometry: Geometry.Unknown);
        var place = Geometry.Unknown.Resample((1, 1, 1), (5, 5, 0));

        var map = BagMap.OnScan([place], workspace.Allocate([1, 1, 2, 2], instances: 1, places: [place]), scan, [1, 1, 1, 1], workspace);

        Assert.Equal([0, 0, 0, 0], map.Pixels.ToArray());
    }
}
