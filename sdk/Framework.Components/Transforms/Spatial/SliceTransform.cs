namespace Framework.Components.Transforms.Spatial;

/// <summary>Takes one slice out of a volume, with its neighbours as channels where asked (2.5-D).</summary>
/// <remarks>
/// Input: (channel, z, y, x). Output: (slice x channel, y, x), the slices in the volume's order, each with its channels; masks (channel, y, x).
/// The geometry is that of the slice itself.
/// </remarks>
public sealed class SliceTransform : ITransform
{
    private readonly SliceOptions _options;

    /// <summary>Checks that one slice is meant.</summary>
    /// <param name="options">Which slice.</param>
    /// <exception cref="ExperimentException">None or several ways to choose are given.</exception>
    public SliceTransform(SliceOptions options)
    {
        _options = options;
        var ways = new[] { options.Index is not null, options.Position is not null, options.LargestOf.Length > 0 }.Count(given => given);
        if (ways != 1)
            throw new ExperimentException($"'slice' needs one of 'index', 'position' and 'largest_of'; {(ways == 0 ? "none" : "more than one")} is given.");
    }

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (var (name, image) in sample.Images)
        {
            if (image.Dimensions == 2)
                throw new DataFormatException($"slice takes one out of a volume, and '{name}' is a single slice. Leave slice out.");
            if (image.Depth != sample.Image.Depth)
                throw new DataFormatException($"'{name}' has {image.Depth} slices and 'image' {sample.Image.Depth}. Put spacing or resize before slice.");
        }

        var at = Choose(sample);
        foreach (var (name, image) in sample.Images)
            sample = sample.With(NeighbourSlices.Take(image, at, Sample.IsMask(name) ? 0 : _options.Neighbours, context.Workspace), name);
        return sample;
    }

    private int Choose(Sample sample)
    {
        var depth = sample.Image.Depth;
        if (depth == 0)
            throw new DataFormatException("the volume has no slice. Leave the case out.");
        if (_options.Position is { } position)
            return (int)Math.Round(position * (depth - 1));
        if (_options.Index is not { } index)
            return Largest(sample[_options.LargestOf]);
        return index >= -depth && index < depth
            ? (index + depth) % depth
            : throw new DataFormatException($"slice {index} is asked for, and the volume has {depth}. Give an index from {-depth} to {depth - 1}, or a position from 0 to 1.");
    }

    private int Largest(Image mask)
    {
        var (best, most, plane) = (-1, 0, mask.Width * mask.Height);
        for (var z = 0; z < mask.Depth; z++)
        {
            var count = 0;
            for (var channel = 0; channel < mask.Channels; channel++)
            {
                foreach (var value in mask.Channel(channel).Slice(z * plane, plane))
                    count += value > 0 ? 1 : 0;
            }

            (best, most) = count > most ? (z, count) : (best, most);
        }

        return best >= 0 ? best : throw new DataFormatException($"'{_options.LargestOf}' has no voxel above 0 in any slice. Leave such cases out, or choose the slice by position.");
    }
}
