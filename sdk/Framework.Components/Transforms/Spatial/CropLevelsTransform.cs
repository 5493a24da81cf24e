namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts every disc level out of a volume, along the spine: one instance a level, its slices as channels.</summary>
/// <remarks>
/// Input: (channel, z, y, x). Output: (channel x slice, level, y, x) for models over many images of a case; the second axis counts 'levels'
/// in their order, and a level without a landmark is all 0. The geometry is that of the first level that is there; boxes and landmarks
/// are taken off, since no single grid shows them.
/// </remarks>
public sealed class CropLevelsTransform : ITransform
{
    private readonly CropLevelsOptions _options;
    private readonly LevelFrame _frame;

    /// <summary>Checks the sizes.</summary>
    /// <param name="options">Levels, plane and sizes.</param>
    /// <exception cref="ExperimentException">A size or spacing is not above 0.</exception>
    public CropLevelsTransform(CropLevelsOptions options) => (_options, _frame) = (options, new LevelFrame("crop-levels", options));

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var levels = _options.Levels.Select(level => LevelFrame.Find(sample, level) is null ? null : sample.Move(_frame.Plan(sample, level), context.Workspace)).ToList();
        if (levels.TrueForAll(level => level is null))
            throw new DataFormatException($"crop-levels finds no landmark of {string.Join(", ", _options.Levels.Select(name => $"'{name}'"))} in the sample. Leave such cases out, or find the discs first.");
        var result = sample.With((IReadOnlyList<Box>)[]).With((IReadOnlyList<Landmark>)[]);
        foreach (var (name, _) in sample.Images)
            result = result.With(Stack([.. levels.Select(level => level?[name])], context.Workspace), name);
        return result;
    }

    private static Image Stack(Image?[] levels, SampleWorkspace workspace)
    {
        var first = levels.First(level => level is not null)!;
        var (channels, plane) = (first.Channels * first.Depth, first.Width * first.Height);
        var result = workspace.Allocate([channels, levels.Length, first.Height, first.Width], first);
        result.Pixels.Clear();
        for (var level = 0; level < levels.Length; level++)
        {
            for (var channel = 0; levels[level] is { } image && channel < channels; channel++)
                image.Pixels.Slice(channel * plane, plane).CopyTo(result.Pixels[(((channel * levels.Length) + level) * plane)..]);
        }

        return result;
    }
}
