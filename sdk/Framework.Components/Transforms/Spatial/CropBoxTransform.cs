namespace Framework.Components.Transforms.Spatial;

/// <summary>Cuts every image to a box, one of the sample's or a given one, by whole voxels and not beyond the image.</summary>
/// <remarks>(channel, y, x) or (channel, z, y, x). Of a box that lies aslant on the grid the smallest upright block is taken that holds it.</remarks>
public sealed class CropBoxTransform : ISpatialTransform
{
    private readonly CropBoxOptions _options;

    /// <summary>Checks the corners.</summary>
    /// <param name="options">Which box, and how much around it.</param>
    /// <exception cref="ExperimentException">The corners are no box.</exception>
    public CropBoxTransform(CropBoxOptions options)
    {
        _options = options;
        GivenBox.Check(options);
    }

    /// <inheritdoc />
    public SpatialPlan? Plan(Sample sample, TransformContext context)
    {
        if (_options is { Low: { } low, High: { } high })
            return BoxBlock.Plan(GivenBox.Of(low, high, _options.Unit, sample.Image), _options.Margin, "the box given by 'low' and 'high'");
        var box = sample.Boxes.FirstOrDefault(box => _options.Label.Length == 0 || box.Label == _options.Label);
        return box is not null ? BoxBlock.Plan(box, _options.Margin, $"the box '{box.Label}'") : throw Missing(sample);
    }

    private DataFormatException Missing(Sample sample) => new(sample.Boxes.Count == 0
        ? "crop-box needs a box, and the sample has none. Leave such cases out, give the box by 'low' and 'high', or crop by crop-foreground."
        : $"crop-box needs a box '{_options.Label}'; the sample has {string.Join(", ", sample.Boxes.Select(box => $"'{box.Label}'").Distinct())}. Name one of them.");
}
