namespace Framework.Components.Transforms.Spatial;

/// <summary>Adds voxels around every image until it has a least size or a multiple of one; never takes any away.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). Of an odd number of new voxels the larger half comes after the image, as in MONAI's SpatialPad.</remarks>
public sealed class PadTransform : ISpatialTransform
{
    private readonly PadOptions _options;

    /// <summary>Checks the sizes.</summary>
    /// <param name="options">Sizes and what the new voxels hold.</param>
    /// <exception cref="ExperimentException">A size is wrong, or there is none.</exception>
    public PadTransform(PadOptions options)
    {
        _options = options;
        if (options.Size.Count == 0 && options.Multiple.Count == 0)
            throw new ExperimentException("'pad' needs 'size' or 'multiple', and has neither. Add one, such as size: [224, 224].");
        VoxelCounts.Check("pad", "size", options.Size, 0);
        VoxelCounts.Check("pad", "multiple", options.Multiple, 1);
    }

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) => new(Pad);

    private SpatialChange Pad(VoxelGrid grid)
    {
        var (least, multiple) = (VoxelCounts.Of("pad", _options.Size, grid, 0), VoxelCounts.Of("pad", _options.Multiple, grid, 1));
        var x = Axis(grid.Width, least.X, multiple.X);
        var y = Axis(grid.Height, least.Y, multiple.Y);
        var z = Axis(grid.Depth, least.Z, multiple.Z);
        return SpatialChange.Block(grid, (x.First, y.First, z.First), (x.Size, y.Size, z.Size)) with { Padding = new Padding(_options.Mode, (float)_options.Value) };
    }

    private static (int First, int Size) Axis(int size, int least, int multiple)
    {
        var padded = (Math.Max(size, least) + multiple - 1) / multiple * multiple;
        return (-((padded - size) / 2), padded);
    }
}
