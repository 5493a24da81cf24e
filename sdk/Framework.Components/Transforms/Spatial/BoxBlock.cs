namespace Framework.Components.Transforms.Spatial;

/// <summary>The block of whole voxels that holds a box.</summary>
internal static class BoxBlock
{
    // Voxels: an edge that rounding has moved past a voxel's edge does not take that voxel in.
    private const double Tolerance = 1e-6;

    /// <summary>The plan that cuts every image to the box and a margin in millimetres.</summary>
    public static SpatialPlan Plan(Box box, double margin, string what)
    {
        var spacing = box.Extent.Spacing;
        var (x, y, z) = (margin / spacing.X, margin / spacing.Y, margin / spacing.Z);
        var grown = box with { Extent = box.Extent.Resample((1 + (2 * x), 1 + (2 * y), 1 + (2 * z)), (-x, -y, -z)) };
        return new SpatialPlan(grid => Of(grid, grown)
            ?? throw new DataFormatException($"{what} lies outside the image. Leave the case out, or correct its annotation."));
    }

    private static SpatialChange? Of(VoxelGrid grid, Box box)
    {
        if (box.On(grid) is not { } on)
            return null;
        var (x, y, z) = (Axis(on.Low.X, on.High.X, grid.Width), Axis(on.Low.Y, on.High.Y, grid.Height), Axis(on.Low.Z, on.High.Z, grid.Depth));
        return SpatialChange.Block(grid, (x.First, y.First, z.First), (x.Size, y.Size, z.Size));
    }

    private static (int First, int Size) Axis(double low, double high, int size)
    {
        var first = Math.Max((int)Math.Floor(low + Tolerance), 0);
        return (first, Math.Max(Math.Min((int)Math.Ceiling(high - Tolerance), size), first + 1) - first);
    }
}
