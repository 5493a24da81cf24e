using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>What boxes (..., 4) are asked: x1, y1, x2, y2 in pixels, x2 and y2 beyond the last pixel.</summary>
internal static class Boxes
{
    /// <summary>(..., 2): x1, y1.</summary>
    public static Tensor First(Tensor boxes) => boxes.narrow(-1, 0, 2);

    /// <summary>(..., 2): x2, y2.</summary>
    public static Tensor Last(Tensor boxes) => boxes.narrow(-1, 2, 2);

    /// <summary>(..., 2): width, height.</summary>
    public static Tensor Size(Tensor boxes) => Last(boxes) - First(boxes);

    /// <summary>(...): width times height.</summary>
    public static Tensor Area(Tensor boxes) => Product(Size(boxes));

    /// <summary>Intersection over union of each box with each other one.</summary>
    /// <returns>(one of the first, one of the second).</returns>
    public static Tensor Overlap(Tensor first, Tensor second)
    {
        using var scope = NewDisposeScope();
        var near = maximum(First(first).unsqueeze(1), First(second));
        var far = minimum(Last(first).unsqueeze(1), Last(second));
        var shared = Product((far - near).clamp_(min: 0));
        return (shared / (Area(first).unsqueeze(1) + Area(second) - shared)).MoveToOuterDisposeScope();
    }

    /// <summary>The boxes' parts inside an image.</summary>
    public static Tensor Clip(Tensor boxes, PixelSize image)
    {
        using var scope = NewDisposeScope();
        var border = tensor(new float[] { image.Width, image.Height, image.Width, image.Height }, device: boxes.device);
        return minimum(boxes.clamp(min: 0), border).MoveToOuterDisposeScope();
    }

    /// <summary>The boxes after the image was resized.</summary>
    public static Tensor Resize(Tensor boxes, PixelSize from, PixelSize to)
    {
        if (from == to)
            return boxes;
        using var scope = NewDisposeScope();
        var (x, y) = ((float)to.Width / from.Width, (float)to.Height / from.Height);
        return (boxes * tensor(new[] { x, y, x, y }, device: boxes.device)).MoveToOuterDisposeScope();
    }

    /// <summary>Numbers of the boxes whose sides are at least so long.</summary>
    public static Tensor NotSmallerThan(Tensor boxes, double side) => (Size(boxes) >= side).all(-1).nonzero().squeeze(1);

    private static Tensor Product(Tensor pairs) => pairs.select(-1, 0) * pairs.select(-1, 1);
}
