using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Annotations;

/// <summary>Names the discs of a spine by its vertebral bodies, counted from the sacrum up, and puts a landmark into each.</summary>
/// <remarks>
/// Reads the mask's sagittal slice with the most voxels, or a 2-D one as it is. A disc's centre lies half way between the faces of its two bodies, on the line between their
/// middles. That line gives the disc's direction: <c>L4-L5 above</c> and <c>L4-L5 below</c> are landmarks too, for <c>crop-level</c> and its kin. A body that
/// was not found leaves a gap that is counted. Discs that cannot be named have no landmark; a case without any is a case.
/// </remarks>
/// <param name="options">The mask, its values and the discs' names.</param>
public sealed class NameLevelsTransform(NameLevelsOptions options) : ITransform
{
    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var mask = sample[options.Mask];
        var column = new SpineColumn(mask.Dimensions == 2 ? mask : Largest(mask, context.Workspace), options.Body, options.Sacrum);
        var landmarks = sample.Landmarks.Where(landmark => !options.Levels.Any(level => landmark.Name == level || landmark.Name == LevelFrame.Above(level) || landmark.Name == LevelFrame.Below(level))).ToList();
        if (column.Sacrum is not null || options.WithoutSacrum == NoSacrum.LowestIsLast)
        {
            for (var i = 0; i < options.Levels.Count; i++)
                landmarks.AddRange(Disc(options.Levels[i], column, options.Levels.Count - i));
        }

        return sample.With(landmarks);
    }

    // The disc below the body of that number.
    private static Landmark[] Disc(string name, SpineColumn column, int number)
    {
        if (column[number] is not { } upper)
            return [];
        var lower = number > 1 ? column[number - 1] : column.Sacrum;
        if (lower is null)
            return number == 1 && column[2] is { } next ? Mirrored(name, upper, next) : [];
        var way = upper.Centre - lower.Centre;
        var up = 1 / way.Length * way;
        var centre = lower.Centre + ((lower.FaceAlong(up) + (SpineColumn.Between(upper, lower) / 2)) * up);
        return [new Landmark(name, centre), new Landmark(LevelFrame.Above(name), upper.Centre), new Landmark(LevelFrame.Below(name), lower.Centre)];
    }

    private static Landmark[] Mirrored(string name, SpineBody body, SpineBody above)
    {
        var half = 0.5 * (above.Centre - body.Centre);
        return [new Landmark(name, body.Centre - half), new Landmark(LevelFrame.Above(name), body.Centre), new Landmark(LevelFrame.Below(name), body.Centre - (2 * half))];
    }

    private static Image Largest(Image mask, SampleWorkspace workspace)
    {
        var plane = mask.Width * mask.Height;
        var counts = Enumerable.Range(0, mask.Depth).Select(z => Count(mask.Pixels.Slice(z * plane, plane))).ToList();
        return NeighbourSlices.Take(mask, counts.IndexOf(counts.Max()), 0, workspace);
    }

    private static int Count(ReadOnlySpan<float> slice)
    {
        var count = 0;
        foreach (var value in slice)
            count += value > 0 ? 1 : 0;
        return count;
    }
}
