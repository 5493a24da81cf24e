using TorchSharp;

namespace Framework.Sdk;

/// <summary>The objects in one 2-D image: what a detector learns from, and what it finds.</summary>
/// <param name="boxes">(object, 4), float32: x1, y1, x2, y2 in pixels of the image, x2 and y2 beyond the last pixel.</param>
/// <param name="classes">(object), int64: 1 and up; 0 is the background.</param>
/// <param name="masks">(object, y, x): truths are 0 or 1, findings probabilities; null where boxes are all there is.</param>
/// <param name="scores">(object), float32 in 0 to 1, falling; null for truths.</param>
public sealed class ImageObjects(torch.Tensor boxes, torch.Tensor classes, torch.Tensor? masks = null, torch.Tensor? scores = null) : IDisposable
{
    /// <summary>(object, 4), float32: x1, y1, x2, y2 in pixels of the image, x2 and y2 beyond the last pixel.</summary>
    public torch.Tensor Boxes { get; } = boxes;

    /// <summary>(object), int64: 1 and up; 0 is the background.</summary>
    public torch.Tensor Classes { get; } = classes;

    /// <summary>(object, y, x): truths are 0 or 1, findings probabilities; null where boxes are all there is.</summary>
    public torch.Tensor? Masks { get; } = masks;

    /// <summary>(object), float32 in 0 to 1, falling; null for truths.</summary>
    public torch.Tensor? Scores { get; } = scores;

    /// <summary>The same objects on a device; copies from pinned memory do not wait.</summary>
    /// <param name="device">Where to.</param>
    public ImageObjects To(torch.Device device) => new(
        Boxes.to(device, non_blocking: true),
        Classes.to(device, non_blocking: true),
        Masks?.to(device, non_blocking: true),
        Scores?.to(device, non_blocking: true));

    /// <inheritdoc />
    public void Dispose()
    {
        Boxes.Dispose();
        Classes.Dispose();
        Masks?.Dispose();
        Scores?.Dispose();
    }
}
