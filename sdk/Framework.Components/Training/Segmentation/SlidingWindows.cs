using TorchSharp;

namespace Framework.Components.Training.Segmentation;

/// <summary>Outputs over a whole image from those over windows of it, weighted and averaged where they overlap.</summary>
/// <remarks>
/// Windows lie a step of (1 - overlap) of their size apart; the last along an axis ends at the image's edge. An image that is smaller than the window is padded
/// with zeros around it, which are cut off again.
/// </remarks>
/// <param name="options">Overlap, weights and how many windows go at once.</param>
/// <param name="size">The window's voxels along each spatial axis.</param>
internal sealed class SlidingWindows(WindowOptions options, IReadOnlyList<int> size)
{
    private const double SigmaShare = 0.125;

    // A weight of 0 in every window would leave a voxel without any output.
    private const double LeastWeight = 1e-3;

    /// <summary>Windows of the size asked for, or of the training images'.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="input">(channel, y, x) or (channel, z, y, x) of training.</param>
    /// <exception cref="ExperimentException">The size has another number of axes than the images.</exception>
    public static SlidingWindows Of(WindowOptions options, IReadOnlyList<int> input)
    {
        IReadOnlyList<int> size = options.Size.Count > 0 ? options.Size : [.. input.Skip(1)];
        return size.Count == input.Count - 1 && size.All(side => side > 0)
            ? new SlidingWindows(options, size)
            : throw new ExperimentException($"'windows.size' needs a number above 0 for each of the image's {input.Count - 1} axes; it is [{string.Join(", ", size)}].");
    }

    /// <summary>The outputs over a batch of whole images.</summary>
    /// <param name="image">(case, channel, y, x) or (case, channel, z, y, x), of any size.</param>
    /// <param name="predict">Windows (window, channel, ...) to outputs (window, class, ...) of the same size.</param>
    /// <returns>(case, class, ...) of the image's size.</returns>
    public torch.Tensor Apply(torch.Tensor image, Func<torch.Tensor, torch.Tensor> predict)
    {
        using var scope = torch.NewDisposeScope();
        var (padded, before) = Pad(image);
        var places = Places([.. padded.shape.Skip(2)]).ToList();
        var weight = Weights().to(image.device);
        torch.Tensor? sum = null, weights = null;
        foreach (var group in places.Chunk(options.Batch))
        {
            using var inner = torch.NewDisposeScope();
            var windows = torch.cat([.. group.Select(place => Window(padded, place))]);
            var outputs = predict(windows);
            CheckSize(windows, outputs);
            sum ??= torch.zeros([padded.shape[0], outputs.shape[1], .. padded.shape.Skip(2)], outputs.dtype, outputs.device).MoveToOuterDisposeScope();
            weights ??= torch.zeros([1, 1, .. padded.shape.Skip(2)], outputs.dtype, outputs.device).MoveToOuterDisposeScope();
            for (var i = 0; i < group.Length; i++)
            {
                Window(sum, group[i]).add_(outputs.narrow(0, i * padded.shape[0], padded.shape[0]) * weight);
                Window(weights, group[i]).add_(weight);
            }
        }

        var whole = sum! / weights!;
        for (var axis = 0; axis < size.Count; axis++)
            whole = whole.narrow(axis + 2, before[axis], image.shape[axis + 2]);
        return whole.contiguous().MoveToOuterDisposeScope();
    }

    private (torch.Tensor Image, long[] Before) Pad(torch.Tensor image)
    {
        var missing = size.Select((side, axis) => Math.Max(0, side - image.shape[axis + 2])).ToArray();
        var before = missing.Select(count => count / 2).ToArray();
        if (missing.All(count => count == 0))
            return (image, before);
        // The last axis comes first in what pad takes.
        long[] sides = [.. Enumerable.Range(0, size.Count).Reverse().SelectMany(axis => new[] { before[axis], missing[axis] - before[axis] })];
        return (torch.nn.functional.pad(image, sides), before);
    }

    private IEnumerable<long[]> Places(long[] shape)
    {
        IEnumerable<long[]> places = [[]];
        for (var axis = 0; axis < size.Count; axis++)
        {
            var starts = Starts(shape[axis], size[axis]);
            places = places.SelectMany(place => starts.Select(start => (long[])[.. place, start])).ToList();
        }

        return places;
    }

    private List<long> Starts(long length, int side)
    {
        var step = Math.Max(1, (long)(side * (1 - options.Overlap)));
        var starts = new List<long>();
        for (var start = 0L; start + side < length; start += step)
            starts.Add(start);
        starts.Add(length - side);
        return starts;
    }

    private torch.Tensor Window(torch.Tensor image, long[] place)
    {
        for (var axis = 0; axis < place.Length; axis++)
            image = image.narrow(axis + 2, place[axis], size[axis]);
        return image;
    }

    /// <summary>The weight of each voxel of a window, (1, 1, ...), the greatest of them 1 or near it.</summary>
    private torch.Tensor Weights()
    {
        var weights = torch.ones([1, 1, .. size.Select(side => (long)side)]);
        if (options.Blend == WindowBlend.Constant)
            return weights;
        for (var axis = 0; axis < size.Count; axis++)
        {
            var side = size[axis];
            var curve = Enumerable.Range(0, side).Select(i => (float)Math.Exp(-0.5 * Math.Pow((i - ((side - 1) / 2.0)) / (SigmaShare * side), 2))).ToArray();
            long[] shape = [.. Enumerable.Repeat(1L, size.Count + 2)];
            shape[axis + 2] = side;
            weights = weights * torch.tensor(curve).reshape(shape);
        }

        return weights.clamp_min(LeastWeight);
    }

    private static void CheckSize(torch.Tensor windows, torch.Tensor outputs)
    {
        if (outputs.Dimensions != windows.Dimensions || !outputs.shape.Skip(2).SequenceEqual(windows.shape.Skip(2)))
            throw new ExperimentException($"'windows' needs a model that segments: outputs of the images' size. This one gives ({string.Join(", ", outputs.shape)}) for ({string.Join(", ", windows.shape)}). Use unet, or leave 'windows' out.");
    }
}
