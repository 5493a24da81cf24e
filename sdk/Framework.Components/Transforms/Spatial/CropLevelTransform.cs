namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts one disc level out of a volume, along the spine: the level that the case's attribute <c>level</c> names.</summary>
/// <remarks>Input: (channel, z, y, x). Output: (channel, slice, y, x), the disc's centre in its middle. Every image of the sample gets the same grid.</remarks>
public sealed class CropLevelTransform : ISpatialTransform
{
    private readonly CropLevelsOptions _options;
    private readonly LevelFrame _frame;

    /// <summary>Checks the sizes.</summary>
    /// <param name="options">Levels, plane and sizes.</param>
    /// <exception cref="ExperimentException">A size or spacing is not above 0.</exception>
    public CropLevelTransform(CropLevelsOptions options) => (_options, _frame) = (options, new LevelFrame("crop-level", options));

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context) => _frame.Plan(sample, LevelFrame.LevelOf(sample, "crop-level", _options.Levels));
}
