using Framework.Sdk;

namespace Framework.Host.Explaining;

/// <summary>Brings a map over the images of a bag back into the scan that they were cut from.</summary>
internal static class BagMap
{
    /// <summary>The map on the scan's grid: each voxel has the value of the last image of the bag that shows it, 0 where none does.</summary>
    /// <remarks>An image of the whole scan comes first in its bag, so that crops lie over it.</remarks>
    /// <param name="places">Where the voxels of each image lie.</param>
    /// <param name="seen">The bag: its images one behind the other along z.</param>
    /// <param name="scan">(channel, z, y, x).</param>
    /// <param name="map">One value for each voxel of the bag.</param>
    /// <param name="workspace">Where voxels are allocated.</param>
    public static Image OnScan(IReadOnlyList<Geometry> places, Image seen, Image scan, ReadOnlySpan<float> map, SampleWorkspace workspace)
    {
        var result = workspace.Allocate([1, .. scan.Shape[1..]], geometry: scan.Geometry);
        result.Pixels.Clear();
        var (width, height, depth) = (seen.Width, seen.Height, seen.Depth / places.Count);
        for (var instance = 0; instance < places.Count; instance++)
            Paint(result, new VoxelGrid(3, (width, height, depth), places[instance]), map.Slice(instance * depth * height * width, depth * height * width));
        return result;
    }

    private static void Paint(Image result, VoxelGrid own, ReadOnlySpan<float> values)
    {
        var box = Box.From("", new VoxelBox(default, new VoxelPoint(own.Width, own.Height, own.Depth)), own.Geometry).On(VoxelGrid.Of(result));
        if (box is not { } shown)
            return;
        var map = result.Geometry.MapTo(own.Geometry);
        for (var z = (int)shown.Low.Z; z < Math.Ceiling(shown.High.Z); z++)
        {
            for (var y = (int)shown.Low.Y; y < Math.Ceiling(shown.High.Y); y++)
            {
                for (var x = (int)shown.Low.X; x < Math.Ceiling(shown.High.X); x++)
                {
                    var (u, v, w) = (Along(map, 0, x, y, z), Along(map, 4, x, y, z), Along(map, 8, x, y, z));
                    if (u >= 0 && u < own.Width && v >= 0 && v < own.Height && w >= 0 && w < own.Depth)
                        result.Pixels[(((z * result.Height) + y) * result.Width) + x] = values[(((w * own.Height) + v) * own.Width) + u];
                }
            }
        }
    }

    private static int Along(double[] map, int row, int x, int y, int z) => (int)Math.Round((map[row] * x) + (map[row + 1] * y) + (map[row + 2] * z) + map[row + 3]);
}
