namespace Framework.Components.Transforms.Annotations;

/// <summary>Where the values of a label map lie.</summary>
internal static class LabelledVoxels
{
    /// <summary>The smallest box around all voxels of each value but 0, in voxel edges, by rising value.</summary>
    /// <param name="map">(1, y, x) or (1, z, y, x).</param>
    public static IReadOnlyList<(float Value, VoxelBox Bounds)> Bounds(Image map)
    {
        var bounds = new SortedDictionary<float, VoxelBox>();
        var values = map.Pixels;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == 0)
                continue;
            var (row, x) = Math.DivRem(i, map.Width);
            var (z, y) = Math.DivRem(row, map.Height);
            var voxel = new VoxelBox(new VoxelPoint(x, y, z), new VoxelPoint(x + 1, y + 1, z + 1));
            bounds[values[i]] = bounds.TryGetValue(values[i], out var known) ? Around(known, voxel) : voxel;
        }

        return [.. bounds.Select(pair => (pair.Key, pair.Value))];
    }

    private static VoxelBox Around(VoxelBox one, VoxelBox other) => new(
        new VoxelPoint(Math.Min(one.Low.X, other.Low.X), Math.Min(one.Low.Y, other.Low.Y), Math.Min(one.Low.Z, other.Low.Z)),
        new VoxelPoint(Math.Max(one.High.X, other.High.X), Math.Max(one.High.Y, other.High.Y), Math.Max(one.High.Z, other.High.Z)));
}
