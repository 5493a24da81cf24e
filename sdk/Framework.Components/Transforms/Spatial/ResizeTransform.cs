namespace Framework.Components.Transforms.Spatial;

/// <summary>Resamples every image of the sample to a given number of rows and columns, and of slices where asked; the field of view stays the same.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). Images whose name begins with <c>mask</c> take the nearest pixel.</remarks>
public sealed class ResizeTransform : ISpatialTransform
{
    private readonly IReadOnlyList<int> _size;
    private readonly Sampling _sampling;

    /// <summary>Checks the size.</summary>
    /// <param name="options">Size and interpolation.</param>
    /// <exception cref="ExperimentException">A size is below 1.</exception>
    public ResizeTransform(ResizeOptions options)
    {
        _size = options.Size;
        if (_size.Any(size => size < 1))
            throw new ExperimentException($"'resize' needs 'size' to be numbers of pixels above 0, {(_size.Count == 2 ? "(y, x)" : "(z, y, x)")}; it is [{string.Join(", ", _size)}].");
        _sampling = options.Interpolation switch
        {
            Interpolation.BilinearAntialiased => Sampling.LinearAntialiased,
            Interpolation.Bilinear => Sampling.Linear,
            Interpolation.Nearest => Sampling.Nearest,
            _ => Sampling.Cubic,
        };
    }

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) => new(Resize);

    private SpatialChange? Resize(VoxelGrid grid)
    {
        if (grid.Dimensions == 2 && _size.Count == 3)
            throw new DataFormatException("resize has a number of slices, and the image is a single one. Give 'size' as (y, x).");
        var size = (X: _size[^1], Y: _size[^2], Z: _size.Count == 3 ? _size[0] : grid.Depth);
        if (size == grid.Size)
            return null;
        if (grid.IsEmpty)
            throw new DataFormatException("an image without pixels cannot be resized. Leave the case out.");
        var (x, y, z) = ((double)grid.Width / size.X, (double)grid.Height / size.Y, (double)grid.Depth / size.Z);
        // Where no axis gets coarser, the wide filter is the plain one, which may be joined with what follows.
        var isFiner = x <= 1 && y <= 1 && z <= 1;
        return SpatialChange.Scale(grid, size, (x, y, z), ((x - 1) / 2, (y - 1) / 2, (z - 1) / 2)) with
        {
            Sampling = _sampling == Sampling.LinearAntialiased && isFiner ? Sampling.Linear : _sampling,
            Padding = Padding.Border,
        };
    }
}
