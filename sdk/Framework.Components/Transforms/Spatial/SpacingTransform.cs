namespace Framework.Components.Transforms.Spatial;

/// <summary>Resamples every image of the sample to given distances between voxels, along its own axes.</summary>
/// <remarks>
/// (channel, y, x) or (channel, z, y, x). The first voxel stays where it is; an axis of n voxels gets (n - 1) * old / new + 1, rounded half to
/// even, as MONAI's Spacing. Images whose name begins with <c>mask</c> take the nearest voxel.
/// </remarks>
public sealed class SpacingTransform : ISpatialTransform
{
    private readonly SpacingOptions _options;

    /// <summary>Checks the distances.</summary>
    /// <param name="options">Distances and interpolation.</param>
    /// <exception cref="ExperimentException">A distance is below 0.</exception>
    public SpacingTransform(SpacingOptions options)
    {
        _options = options;
        if (options.Millimetres.Any(distance => !(distance >= 0)))
            throw new ExperimentException($"'spacing' needs 'millimetres' to be above 0, or 0 to keep an axis; it is [{string.Join(", ", options.Millimetres)}].");
    }

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) => new(Respace);

    private SpatialChange Respace(VoxelGrid grid)
    {
        var old = grid.Geometry.Spacing;
        var (width, x) = Axis(grid.Width, old.X, _options.Millimetres[0]);
        var (height, y) = Axis(grid.Height, old.Y, _options.Millimetres[1]);
        var (depth, z) = grid.Dimensions == 2 || _options.Millimetres.Count == 2 ? (grid.Depth, 1) : Axis(grid.Depth, old.Z, _options.Millimetres[2]);
        return SpatialChange.Scale(grid, (width, height, depth), (x, y, z), (0, 0, 0)) with
        {
            Sampling = _options.Interpolation,
            Padding = EdgePadding.Of(_options.Padding),
        };
    }

    private static (int Size, double Scale) Axis(int size, double old, double millimetres)
    {
        if (millimetres == 0 || size == 0 || Math.Abs(millimetres - old) < 1e-6 * old)
            return (size, 1);
        if (!(old > 0))
            throw new DataFormatException($"the distance between the image's voxels is {old} mm. Correct the spacing in its header.");
        var length = Math.Round(((size - 1) * old / millimetres) + 1);
        return length <= 65536
            ? ((int)length, millimetres / old)
            : throw new DataFormatException($"an axis of {size} voxels of {old} mm would get {length} voxels of {millimetres} mm. Correct the spacing in its header, or ask for larger voxels.");
    }
}
