namespace Framework.Components.Transforms;

/// <summary>Maps each window [centre - width/2, centre + width/2] of a CT image to [0, 1], one channel per window; what lies outside becomes 0 or 1.</summary>
/// <remarks>Input: image (1, y, x) or (1, z, y, x) in Hounsfield units. Output: (windows, ...), unitless.</remarks>
/// <param name="options">The windows.</param>
public sealed class WindowsTransform(WindowsOptions options) : ITransform
{
    // 32 KiB: a block of the input stays in the first-level cache while each window reads it.
    private const int Block = 8192;

    /// <inheritdoc />
    public Sample Apply(Sample sample, TransformContext context)
    {
        var image = sample.Image;
        if (image.Channels != 1)
            throw new DataFormatException($"windows needs one channel of Hounsfield units; the image has {image.Channels}. Put windows before what makes several channels.");
        if (image.Encoding.BitsStored > 0)
            throw new DataFormatException("windows needs Hounsfield units; the image is in stored values. Put hounsfield before windows.");
        var shape = image.Shape.ToArray();
        shape[0] = options.Windows.Count;
        var result = context.Workspace.Allocate(shape, image, encoding: PixelEncoding.Identity with { Modality = image.Encoding.Modality });
        context.Workspace.Divide((image.Length + Block - 1) / Block, result.Length, (from, to) =>
        {
            for (var start = from * Block; start < Math.Min(to * Block, image.Length); start += Block)
            {
                var block = image.Pixels.Slice(start, Math.Min(Block, image.Length - start));
                for (var i = 0; i < options.Windows.Count; i++)
                    LinearMap.ApplyUnitRange(block, result.Channel(i)[start..], (float)options.Windows[i].Low, (float)options.Windows[i].Width);
            }
        });
        return sample.With(result);
    }
}
