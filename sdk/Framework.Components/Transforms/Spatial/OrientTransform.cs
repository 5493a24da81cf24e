namespace Framework.Components.Transforms.Spatial;

/// <summary>Puts the axes of every image into an order and direction, by whole voxels: nothing is interpolated.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). An axis that lies aslant counts as the patient's axis it is nearest to. A single slice can be turned within its plane only.</remarks>
/// <param name="options">The order.</param>
public sealed class OrientTransform(OrientOptions options) : ISpatialTransform
{
    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) => new(Turn);

    private SpatialChange Turn(VoxelGrid grid)
    {
        var old = AxisCode.Of(grid.Geometry);
        Span<(int Axis, bool Reversed)> axes = stackalloc (int, bool)[3];
        for (var axis = 0; axis < 3; axis++)
        {
            var (patient, falls) = options.Axes[axis];
            var source = Enumerable.Range(0, 3).First(voxel => old[voxel].Axis == patient);
            axes[axis] = (source, old[source].Falls != falls);
        }

        if (grid.Dimensions == 2 && axes[2].Axis != 2)
            throw new DataFormatException($"a single slice with axes {old} cannot be turned to {options.Axes}: its own normal would have to lie in the picture. Choose a code whose third letter is {old.Letters[2]} or its opposite, or leave orient out.");
        if (grid.Dimensions == 2)
            axes[2] = (2, false);
        return SpatialChange.Turn(grid, axes);
    }
}
