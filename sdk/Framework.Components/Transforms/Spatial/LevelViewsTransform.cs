namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts one disc level out of several series of a patient, a view each: the level that the case's attribute <c>level</c> names.</summary>
/// <remarks>
/// Input: volumes (channel, z, y, x), each on a grid of its own; they are brought together by where they lie in the patient. Output: one image (view x channel x slice, y, x), for
/// <c>multi-view</c>, with the geometry of the first view's first slice; masks, boxes and landmarks are taken off. A level without a landmark is all 0, for a case in which it was
/// not found is a case.
/// </remarks>
public sealed class LevelViewsTransform : ITransform
{
    private readonly LevelViewsOptions _options;
    private readonly IReadOnlyList<(string Image, LevelFrame Frame)> _views;

    /// <summary>Checks the sizes.</summary>
    /// <param name="options">Levels, sizes and views.</param>
    /// <exception cref="ExperimentException">A spacing is not above 0.</exception>
    public LevelViewsTransform(LevelViewsOptions options)
    {
        _options = options;
        _views = [.. options.Views.Select(view => (view.Image, new LevelFrame("level-views", new CropLevelsOptions
        {
            Levels = options.Levels,
            Plane = view.Plane,
            Behind = view.Behind,
            Size = [options.Pixels[0] * view.Spacing[0], options.Pixels[1] * view.Spacing[1]],
            Spacing = view.Spacing,
            Slices = options.Slices,
        })))];
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var level = LevelFrame.LevelOf(sample, "level-views", _options.Levels);
        var isFound = LevelFrame.HasDirection(sample, level, _options.Levels);
        var views = _views.Select(view => isFound ? sample.Select([view.Image]).Move(view.Frame.Plan(sample, level), context.Workspace).Image : null).ToList();
        var plane = _options.Pixels[0] * _options.Pixels[1];
        int[] channels = [.. _views.Select(view => sample[view.Image].Channels * _options.Slices)];
        var result = context.Workspace.Allocate([channels.Sum(), _options.Pixels[1], _options.Pixels[0]], sample.Image, views[0]?.Geometry ?? Geometry.Unknown);
        result.Pixels.Clear();
        for (var view = 0; view < views.Count; view++)
            views[view]?.Pixels.CopyTo(result.Pixels[(channels.Take(view).Sum() * plane)..]);
        return sample.With(result).Select([Sample.ImageName]).With((IReadOnlyList<Box>)[]).With((IReadOnlyList<Landmark>)[]);
    }
}
