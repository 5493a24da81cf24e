using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Puts the small masks of boxes where they belong in the image.</summary>
/// <remarks>As torchvision: a border of one pixel of zeros around each mask, the box enlarged with it and cut to whole pixels, then bilinear.</remarks>
internal static class MaskPaste
{
    private const int Border = 1;

    /// <summary>Masks at the image's size.</summary>
    /// <param name="masks">(object, y, x), probabilities.</param>
    /// <param name="boxes">(object, 4), in pixels of the image.</param>
    /// <param name="image">The image's size.</param>
    /// <returns>(object, y, x); 0 outside the boxes.</returns>
    public static Tensor Apply(Tensor masks, Tensor boxes, PixelSize image)
    {
        using var scope = NewDisposeScope();
        var result = zeros([masks.shape[0], image.Height, image.Width], masks.dtype, masks.device);
        var bordered = nn.functional.pad(masks.unsqueeze(1), (Border, Border, Border, Border));
        var corners = Enlarge(boxes, (double)bordered.shape[^1] / masks.shape[^1]).to(int64).cpu().data<long>().ToArray();
        for (var i = 0; i < masks.shape[0]; i++)
            Paste(bordered.narrow(0, i, 1), corners.AsSpan(4 * i, 4), result[i]);
        return result.MoveToOuterDisposeScope();
    }

    private static Tensor Enlarge(Tensor boxes, double factor)
    {
        var (centre, half) = ((Boxes.Last(boxes) + Boxes.First(boxes)) * 0.5, Boxes.Size(boxes) * 0.5 * factor);
        return cat([centre - half, centre + half], 1);
    }

    private static void Paste(Tensor mask, ReadOnlySpan<long> corners, Tensor image)
    {
        using var scope = NewDisposeScope();
        var (left, top) = (corners[0], corners[1]);
        var (width, height) = (Math.Max(corners[2] - left + 1, 1), Math.Max(corners[3] - top + 1, 1));
        var (x, y) = (Math.Max(left, 0), Math.Max(top, 0));
        var (columns, rows) = (Math.Min(left + width, image.shape[1]) - x, Math.Min(top + height, image.shape[0]) - y);
        if (columns <= 0 || rows <= 0)
            return;
        var resized = nn.functional.interpolate(mask, [height, width], mode: InterpolationMode.Bilinear, align_corners: false)[0, 0];
        image.narrow(0, y, rows).narrow(1, x, columns).copy_(resized.narrow(0, y - top, rows).narrow(1, x - left, columns));
    }
}
