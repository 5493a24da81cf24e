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
        {
            var own = map.Slice(instance * depth * height * width, depth * height * width);
            for (var i = 0; i < result.Length; i++)
            {
                var voxel = new VoxelPoint(i % scan.Width, i / scan.Width % scan.Height, i / (scan.Width * scan.Height));
                var at = places[instance].ToVoxel(scan.Geometry.ToPatient(voxel));
                var (x, y, z) = ((int)Math.Round(at.X), (int)Math.Round(at.Y), (int)Math.Round(at.Z));
                if (x >= 0 && x < width && y >= 0 && y < height && z >= 0 && z < depth)
                    result.Pixels[i] = own[(((z * height) + y) * width) + x];
            }
        }

        return result;
    }
}
