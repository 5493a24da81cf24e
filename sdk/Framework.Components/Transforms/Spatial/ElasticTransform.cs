namespace Framework.Components.Transforms.Spatial;

/// <summary>Bends what the images show by a smooth random displacement: cubic B-splines over control points.</summary>
/// <remarks>
/// (channel, y, x) or (channel, z, y, x), same shape out. The field belongs to the patient: images of different grids, masks, boxes and landmarks
/// move together. It is laid along the axes of the sample's <c>image</c>; a single slice is bent within its plane. The geometry stays, since
/// the patient bends under it, and unlike other spatial transforms the way back needs the field.
/// </remarks>
public sealed class ElasticTransform : ISpatialTransform
{
    private const double GreatestShare = 0.4;

    private readonly ElasticOptions _options;

    /// <summary>Checks that nothing folds.</summary>
    /// <param name="options">Control points and their displacement.</param>
    /// <exception cref="ExperimentException">The displacement is too great for the control points' distance.</exception>
    public ElasticTransform(ElasticOptions options)
    {
        _options = options;
        if (options.Magnitude > GreatestShare * options.Spacing)
            throw new ExperimentException($"'elastic' needs 'magnitude' to be at most {GreatestShare * options.Spacing} mm, {GreatestShare} of 'spacing', or the image would fold; it is {options.Magnitude}.");
    }

    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        if (!context.Random.Chance(_options.Probability))
            return null;
        if (sample.Image.Length == 0)
            throw new DataFormatException("an image without pixels cannot be bent. Leave the case out.");
        return new SpatialPlan(grid => SpatialChange.None(grid) with { Padding = EdgePadding.Of(_options.Padding), Sampling = _options.Interpolation })
        {
            Displacement = ControlLattice.Draw(VoxelGrid.Of(sample.Image), _options, context.Random),
        };
    }
}
