namespace Framework.Components.Transforms.Spatial;

/// <summary>Turns, shears, shifts and scales every image about its middle, with the parameters of MONAI 1.1.</summary>
/// <remarks>
/// (channel, y, x) or (channel, z, y, x), same shape out. A new voxel at c + p shows the old place c + R S T C p, c being the middle of the
/// grid, R = Rx Ry Rz the rotations, S the shear, T the shift and C the scale: the map goes from the new image to the old one, as MONAI has it.
/// Images whose name begins with <c>mask</c> take the nearest voxel.
/// </remarks>
public sealed class AffineTransform : ISpatialTransform
{
    private readonly AffineOptions _options;

    /// <summary>Checks the numbers of parameters.</summary>
    /// <param name="options">The parameters.</param>
    /// <exception cref="ExperimentException">A list has neither the length for slices nor that for volumes, or a size is 0.</exception>
    public AffineTransform(AffineOptions options)
    {
        _options = options;
        Check("rotate", options.Rotate.Count, 1, 3);
        Check("shear", options.Shear.Count, 2, 6);
        Check("translate", options.Translate.Count, 2, 3);
        Check("scale", options.Scale.Count, 2, 3);
        if (options.Scale.Any(scale => scale.Low <= 0))
            throw new ExperimentException("'affine' needs every 'scale' to be above 0. To mirror an image, use flip.");
    }

    /// <inheritdoc />
    public bool IsRandom => _options.Probability < 1
        || new[] { _options.Rotate, _options.Shear, _options.Translate, _options.Scale }.Any(list => list.Any(interval => interval.IsRandom));

    /// <inheritdoc />
    public bool RunsOnDevice => _options.Interpolation == Sampling.Linear;

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        if (_options.Probability < 1 && !context.Random.Chance(_options.Probability))
            return null;
        var draw = (IReadOnlyList<Interval> list) => list.Select(interval => interval.Draw(context.Random)).ToArray();
        var parameters = new AffineParameters(draw(_options.Rotate), draw(_options.Shear), draw(_options.Translate), draw(_options.Scale));
        return new SpatialPlan(grid => new SpatialChange(grid, grid.Size, parameters.About(grid))
        {
            Sampling = _options.Interpolation,
            Padding = EdgePadding.Of(_options.Padding),
        });
    }

    private static void Check(string name, int count, int slices, int volumes)
    {
        if (count != 0 && count != slices && count != volumes)
            throw new ExperimentException($"'affine' needs '{name}' to have {slices} (slices) or {volumes} (volumes) entries; it has {count}.");
    }
}
