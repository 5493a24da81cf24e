namespace Framework.Components.Transforms;

/// <summary>Reverses one axis of every image of the sample, at random.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x), same shape out. The geometry turns with the pixels: each stays where it was in the patient.</remarks>
/// <param name="options">Axis and probability.</param>
public sealed class FlipTransform(FlipOptions options) : ITransform
{
    /// <inheritdoc />
    public bool IsRandom => true;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        if (!context.Random.Chance(options.Probability))
            return sample;
        foreach (var (name, image) in sample.Images)
            sample = sample.With(Flip(image, context.Workspace), name);
        return sample;
    }

    private Image Flip(Image image, SampleWorkspace workspace)
    {
        if (options.Axis == Axis.Z && image.Dimensions == 2)
            throw new DataFormatException("a single slice has no axis z. Flip along x or y.");
        var (size, stride) = options.Axis switch
        {
            Axis.X => (image.Width, 1),
            Axis.Y => (image.Height, image.Width),
            _ => (image.Depth, image.Width * image.Height),
        };
        var result = workspace.Allocate(image.Shape, image, Turn(image.Geometry, size - 1));
        for (var start = 0; start < image.Length; start += size * stride)
        {
            for (var i = 0; i < size; i++)
                image.Pixels.Slice(start + (i * stride), stride).CopyTo(result.Pixels[(start + ((size - 1 - i) * stride))..]);
        }

        return result;
    }

    private Geometry Turn(Geometry geometry, int last) => options.Axis switch
    {
        Axis.X => geometry.Resample((-1, 1, 1), (last, 0, 0)),
        Axis.Y => geometry.Resample((1, -1, 1), (0, last, 0)),
        _ => geometry.Resample((1, 1, -1), (0, 0, last)),
    };
}
