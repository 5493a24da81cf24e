namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts one disc level out of a volume, along the spine: the level that the case's attribute <c>level</c> names.</summary>
/// <remarks>Input: (channel, z, y, x). Output: (channel, slice, y, x), the disc's centre in its middle. Every image of the sample gets the same grid.</remarks>
public sealed class CropLevelTransform : ISpatialTransform
{
    private const string Attribute = "level";

    private readonly CropLevelsOptions _options;
    private readonly LevelFrame _frame;

    /// <summary>Checks the sizes.</summary>
    /// <param name="options">Levels, plane and sizes.</param>
    /// <exception cref="ExperimentException">A size or spacing is not above 0.</exception>
    public CropLevelTransform(CropLevelsOptions options) => (_options, _frame) = (options, new LevelFrame("crop-level", options));

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        if (!sample.Case.Attributes.TryGetValue(Attribute, out var level))
            throw new DataFormatException("crop-level needs the case's attribute 'level', and it has none. Give each case its level, or use crop-levels to get all of them.");
        if (!_options.Levels.Contains(level))
            throw new DataFormatException($"the case's level is '{level}'; crop-level knows {string.Join(", ", _options.Levels.Select(name => $"'{name}'"))}. Add it to 'levels'.");
        return _frame.Plan(sample, level);
    }
}
