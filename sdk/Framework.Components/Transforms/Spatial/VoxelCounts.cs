namespace Framework.Components.Transforms.Spatial;

/// <summary>Options that count voxels along the axes, in the order of a shape: (y, x) or (z, y, x).</summary>
internal static class VoxelCounts
{
    /// <exception cref="ExperimentException">There are not two or three, or one is below the least.</exception>
    public static void Check(string component, string option, IReadOnlyList<int> counts, int least)
    {
        if (counts.Count is not (0 or 2 or 3) || counts.Any(count => count < least))
            throw new ExperimentException($"'{component}' needs '{option}' to be (y, x) or (z, y, x) in voxels, each at least {least}; it is [{string.Join(", ", counts)}].");
    }

    /// <summary>The counts along x, y and z; the given one where there is none for an axis.</summary>
    /// <exception cref="DataFormatException">There is one for z, and the image is a single slice.</exception>
    public static (int X, int Y, int Z) Of(string component, IReadOnlyList<int> counts, VoxelGrid grid, int otherwise)
    {
        if (counts.Count == 3 && grid.Dimensions == 2)
            throw new DataFormatException($"{component} counts slices, and the image is a single one. Give (y, x).");
        return counts.Count == 0 ? (otherwise, otherwise, otherwise) : (counts[^1], counts[^2], counts.Count == 3 ? counts[0] : otherwise);
    }
}
