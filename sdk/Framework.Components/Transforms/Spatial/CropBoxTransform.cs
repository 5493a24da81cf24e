namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts every image to one of the sample's boxes, by whole voxels and not beyond the image.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). Of a box that lies aslant on the grid the smallest upright block is taken that holds it.</remarks>
/// <param name="options">Which box, and how much around it.</param>
public sealed class CropBoxTransform(CropBoxOptions options) : ISpatialTransform
{
    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        var box = sample.Boxes.FirstOrDefault(box => options.Label.Length == 0 || box.Label == options.Label);
        return box is not null ? BoxBlock.Plan(box, options.Margin, $"the box '{box.Label}'") : throw Missing(sample);
    }

    private DataFormatException Missing(Sample sample) => new(sample.Boxes.Count == 0
        ? "crop-box needs a box, and the sample has none. Leave such cases out, or crop by crop-foreground."
        : $"crop-box needs a box '{options.Label}'; the sample has {string.Join(", ", sample.Boxes.Select(box => $"'{box.Label}'").Distinct())}. Name one of them.");
}
