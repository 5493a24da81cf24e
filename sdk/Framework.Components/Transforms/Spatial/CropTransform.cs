namespace Framework.Components.Transforms.Spatial;

/// <summary>Takes a block out of every image, in the middle or at random. An image that is smaller stays as it is: put pad after it.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). Images of the same size give the same block.</remarks>
public sealed class CropTransform : ISpatialTransform
{
    private readonly CropOptions _options;

    /// <summary>Checks the size.</summary>
    /// <param name="options">Size and place.</param>
    /// <exception cref="ExperimentException">A size is below 0.</exception>
    public CropTransform(CropOptions options)
    {
        _options = options;
        VoxelCounts.Check("crop", "size", options.Size, 0);
    }

    /// <inheritdoc />
    public bool IsRandom => _options.At == CropPlace.Random;

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        var draw = () => IsRandom ? context.Random.NextDouble() : 0.5;
        var (x, y, z) = (draw(), draw(), draw());
        return new SpatialPlan(grid =>
        {
            var size = VoxelCounts.Of("crop", _options.Size, grid, 0);
            var (columns, rows, slices) = (Axis(grid.Width, size.X, x), Axis(grid.Height, size.Y, y), Axis(grid.Depth, size.Z, z));
            return SpatialChange.Block(grid, (columns.First, rows.First, slices.First), (columns.Size, rows.Size, slices.Size));
        });
    }

    private (int First, int Size) Axis(int size, int most, double share)
    {
        if (most == 0 || most >= size)
            return (0, size);
        return (IsRandom ? (int)(share * (size - most + 1)) : (size - most) / 2, most);
    }
}
