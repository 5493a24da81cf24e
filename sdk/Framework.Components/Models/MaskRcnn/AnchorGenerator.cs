using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The boxes that the region proposal network starts from: at every pixel of every level of the pyramid, one of each size and aspect ratio.</summary>
/// <param name="sizes">Side of a square anchor in pixels of the image: one list for each level.</param>
/// <param name="aspectRatios">Height over width; the area stays the size's square.</param>
internal sealed class AnchorGenerator(IReadOnlyList<IReadOnlyList<double>> sizes, IReadOnlyList<double> aspectRatios)
{
    private readonly float[][] _cells = [.. sizes.Select(level => Cell(level, aspectRatios))];

    /// <summary>Anchors at each pixel of a level.</summary>
    public int PerPixel => _cells[0].Length / 4;

    /// <summary>The anchors of each level, in the order y, x, aspect ratio, size.</summary>
    /// <param name="pyramid">(image, channel, y, x) of each level.</param>
    /// <param name="image">The padded image's size.</param>
    /// <returns>(anchor, 4) for each level.</returns>
    public Tensor[] Generate(IReadOnlyList<Tensor> pyramid, PixelSize image) => [.. pyramid.Select((level, i) => Level(level, _cells[i], image))];

    private static Tensor Level(Tensor level, float[] cell, PixelSize image)
    {
        using var scope = NewDisposeScope();
        var (height, width) = (level.shape[^2], level.shape[^1]);
        var device = level.device;
        var y = arange(height, dtype: float32, device: device) * (image.Height / height);
        var x = arange(width, dtype: float32, device: device) * (image.Width / width);
        var grid = meshgrid([y, x]);
        var shifts = stack([grid[1], grid[0], grid[1], grid[0]], dim: -1).reshape(-1, 1, 4);
        return (shifts + tensor(cell, device: device).reshape(1, -1, 4)).reshape(-1, 4).MoveToOuterDisposeScope();
    }

    // In float32 and rounded to whole pixels, as torchvision does.
    private static float[] Cell(IReadOnlyList<double> sizes, IReadOnlyList<double> ratios) =>
        [.. ratios.SelectMany(ratio => sizes.SelectMany(size => Anchor((float)size, MathF.Sqrt((float)ratio))))];

    private static float[] Anchor(float size, float tall)
    {
        var (x, y) = (MathF.Round(1 / tall * size / 2), MathF.Round(tall * size / 2));
        return [-x, -y, x, y];
    }
}
