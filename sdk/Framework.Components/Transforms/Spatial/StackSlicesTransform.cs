namespace Framework.Components.Transforms.Spatial;

/// <summary>Makes channels of slices (2.5-D): of all slices, or for every slice of its neighbours.</summary>
/// <remarks>
/// Input: (channel, z, y, x). Output: (z x channel, y, x), with the geometry of the middle slice; with neighbours (slice x channel, z, y, x),
/// masks as they were. The slices come in the volume's order, each with its channels.
/// </remarks>
/// <param name="options">How many neighbours.</param>
public sealed class StackSlicesTransform(StackSlicesOptions options) : ITransform
{
    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        foreach (var (name, image) in sample.Images)
        {
            if (image.Dimensions == 2)
                throw new DataFormatException($"stack-slices makes channels of a volume's slices, and '{name}' is a single slice. Leave stack-slices out.");
            if (image.Depth == 0)
                throw new DataFormatException($"'{name}' has no slice. Leave the case out.");
            if (options.Neighbours is not { } neighbours)
                sample = sample.With(Flatten(image, context.Workspace), name);
            else if (!Sample.IsMask(name))
                sample = sample.With(Neighbours(image, neighbours, context.Workspace), name);
        }

        return sample;
    }

    private static Image Flatten(Image image, SampleWorkspace workspace)
    {
        var plane = image.Width * image.Height;
        var result = workspace.Allocate([image.Depth * image.Channels, image.Height, image.Width], image, image.Geometry.Resample((1, 1, 1), (0, 0, image.Depth / 2)));
        for (var i = 0; i < result.Channels; i++)
            NeighbourSlices.Slice(image, i % image.Channels, i / image.Channels).CopyTo(result.Pixels[(i * plane)..]);
        return result;
    }

    private static Image Neighbours(Image image, int neighbours, SampleWorkspace workspace)
    {
        var plane = image.Width * image.Height;
        var result = workspace.Allocate([((2 * neighbours) + 1) * image.Channels, image.Depth, image.Height, image.Width], image);
        for (var i = 0; i < result.Channels * image.Depth; i++)
        {
            var (channel, slice) = (i / image.Depth, i % image.Depth);
            NeighbourSlices.Slice(image, channel % image.Channels, slice - neighbours + (channel / image.Channels)).CopyTo(result.Pixels[(i * plane)..]);
        }

        return result;
    }
}
