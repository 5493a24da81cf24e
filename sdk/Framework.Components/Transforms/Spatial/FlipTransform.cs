namespace Framework.Components.Transforms.Spatial;

/// <summary>Reverses one axis of every image of the sample, at random.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x), same shape out. The geometry turns with the pixels: each stays where it was in the patient.</remarks>
/// <param name="options">Axis and probability.</param>
public sealed class FlipTransform(FlipOptions options) : ISpatialTransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public bool RunsOnDevice => true;

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) =>
        context.Random.Chance(options.Probability) ? new SpatialPlan(Reverse) : null;

    private SpatialChange Reverse(VoxelGrid grid)
    {
        if (options.Axis == Axis.Z && grid.Dimensions == 2)
            throw new DataFormatException("a single slice has no axis z. Flip along x or y.");
        return SpatialChange.Turn(grid, [(0, options.Axis == Axis.X), (1, options.Axis == Axis.Y), (2, options.Axis == Axis.Z)]);
    }
}
