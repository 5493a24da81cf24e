using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>From the images of a batch to what the network sees, and from what it finds back to the images.</summary>
internal sealed class DetectionTransform(MaskRcnnOptions options)
{
    // The coarsest stage of the backbone has a thirty-second of the image's pixels along each axis.
    private const long Multiple = 32;

    /// <summary>The size that an image is resized to.</summary>
    public PixelSize SizeFor(PixelSize image)
    {
        if (options.MinSize is null && options.MaxSize is null)
            return image;
        // In float32, as torchvision: a side may else differ by a pixel.
        var shorter = options.MinSize is { } least ? (float)least / Math.Min(image.Height, image.Width) : float.PositiveInfinity;
        var longer = options.MaxSize is { } most ? (float)most / Math.Max(image.Height, image.Width) : float.PositiveInfinity;
        double scale = MathF.Min(shorter, longer);
        return new((long)Math.Floor(image.Height * scale), (long)Math.Floor(image.Width * scale));
    }

    /// <summary>Normalises, resizes, and pads below and to the right with zeros to multiples of 32 pixels.</summary>
    /// <param name="images">(image, channel, y, x).</param>
    /// <param name="size">What to resize to.</param>
    /// <returns>(image, channel, y, x), channels-last: convolutions are quicker so.</returns>
    public Tensor Apply(Tensor images, PixelSize size)
    {
        using var scope = NewDisposeScope();
        if (options.ImageMean is { } mean)
            images = images - Channels(mean, images);
        if (options.ImageStd is { } deviation)
            images = images / Channels(deviation, images);
        if (SizeOf(images) != size)
            images = nn.functional.interpolate(images, [size.Height, size.Width], mode: InterpolationMode.Bilinear, align_corners: false);
        var (count, channels) = (images.shape[0], images.shape[1]);
        var padded = zeros([count, Padded(size.Height), Padded(size.Width), channels], images.dtype, images.device).permute(0, 3, 1, 2);
        padded.narrow(2, 0, size.Height).narrow(3, 0, size.Width).copy_(images);
        return padded.MoveToOuterDisposeScope();
    }

    /// <summary>The objects of a resized image.</summary>
    public static ImageObjects Apply(ImageObjects truth, PixelSize from, PixelSize to)
    {
        if (from == to)
            return truth;
        using var scope = NewDisposeScope();
        var masks = nn.functional.interpolate(truth.Masks!.unsqueeze(1).to(float32), [to.Height, to.Width]).squeeze(1);
        var (boxes, resized) = scope.MoveToOuter(Boxes.Resize(truth.Boxes, from, to), masks);
        return new ImageObjects(boxes, truth.Classes, resized);
    }

    /// <summary>The findings in an image as it was, masks at its size.</summary>
    public static ImageObjects Restore(ImageObjects found, PixelSize from, PixelSize to)
    {
        var boxes = Boxes.Resize(found.Boxes, from, to);
        return new ImageObjects(boxes, found.Classes, MaskPaste.Apply(found.Masks!, boxes, to), found.Scores);
    }

    /// <summary>The size of (..., y, x).</summary>
    public static PixelSize SizeOf(Tensor images) => new(images.shape[^2], images.shape[^1]);

    private static long Padded(long side) => (side + Multiple - 1) / Multiple * Multiple;

    private static Tensor Channels(IReadOnlyList<double> values, Tensor images) =>
        tensor(values.Select(value => (float)value).ToArray(), device: images.device).reshape(-1, 1, 1);
}
