using TorchSharp;

namespace Framework.Sdk;

/// <summary>Samples stacked for one step.</summary>
/// <param name="cases">One for each row.</param>
/// <param name="image">(case, channel, y, x) or (case, channel, z, y, x), float32.</param>
/// <param name="labels">(case, label), float32; NaN where a label is missing.</param>
public sealed class Batch(IReadOnlyList<Case> cases, torch.Tensor image, torch.Tensor labels) : IDisposable
{
    /// <summary>One for each row.</summary>
    public IReadOnlyList<Case> Cases { get; } = cases;

    /// <summary>
    /// (case, channel, y, x) or (case, channel, z, y, x), float32. For models over many images of a case (bags, series) the axis after the
    /// channel counts those images: (case, channel, instance, y, x), (case, channel, instance, z, y, x), or (case, feature, instance) where
    /// feature vectors are given.
    /// </summary>
    public torch.Tensor Image { get; } = image;

    /// <summary>(case, label), float32, or (case, instance, label) where every image of a series has labels; NaN where a label is missing.</summary>
    public torch.Tensor Labels { get; } = labels;

    /// <summary>
    /// (case), int64: how many of the instances of each case are real; what follows them is padding. Null where all are.
    /// </summary>
    public torch.Tensor? Instances { get; init; }

    /// <summary>How often the epoch has shown each case before, which random transforms differ by; null where it shows every case once.</summary>
    public IReadOnlyList<int>? Repetitions { get; init; }

    /// <summary>The objects in each image, for detectors; null where the data have none.</summary>
    public IReadOnlyList<ImageObjects>? Objects { get; init; }

    /// <summary>
    /// The class of each voxel, int64: (case, y, x) or (case, z, y, x), 0 the background and -1 where it is not known; null where the data have none, or none are
    /// asked for.
    /// </summary>
    public torch.Tensor? Mask { get; init; }

    /// <summary>The grid of each case's image as the transforms leave it; null where nobody knows it.</summary>
    public IReadOnlyList<VoxelGrid>? Grids { get; init; }

    /// <summary>What part of a batch this is where several ranks train on one together; null where it is whole.</summary>
    public BatchPart? Part { get; init; }

    /// <summary>The share of the whole batch's cases that are here: 1 where it is whole, 0 where the case that is here does not count.</summary>
    public double Share => Part?.Share ?? 1;

    /// <summary>A sum over this batch's cases, made one over the whole batch: what a mean divides by.</summary>
    /// <remarks>All ranks call it equally often, in the same order. Gradients flow through it.</remarks>
    /// <param name="sum">Over the cases that are here; of one shape on all ranks.</param>
    /// <returns>The same tensor where the batch is whole.</returns>
    public torch.Tensor Total(torch.Tensor sum) => Part is null ? sum : Part.Sum(Part.Share == 0 ? sum * 0 : sum);

    /// <summary>The same batch on a device; copies from pinned memory do not wait.</summary>
    /// <param name="device">Where to.</param>
    public Batch To(torch.Device device) => new(Cases, Image.to(device, non_blocking: true), Labels.to(device, non_blocking: true))
    {
        Repetitions = Repetitions,
        Instances = Instances?.to(device, non_blocking: true),
        Objects = Objects?.Select(objects => objects.To(device)).ToList(),
        Mask = Mask?.to(device, non_blocking: true),
        Grids = Grids,
        Part = Part,
    };

    /// <inheritdoc />
    public void Dispose()
    {
        Image.Dispose();
        Labels.Dispose();
        Instances?.Dispose();
        Mask?.Dispose();
        foreach (var objects in Objects ?? [])
            objects.Dispose();
    }
}
