using TorchSharp;

namespace Framework.Sdk;

/// <summary>Spatial transforms in a row on a whole batch, where it lies: what they do to each image on its own, joined by the same rules.</summary>
public static class SpatialBatch
{
    /// <summary>The batch moved. Whole-voxel flips are exact; the rest is sampled linearly, in float32.</summary>
    /// <param name="batch">(case, channel, y, x) or (case, channel, z, y, x), float32; left untouched.</param>
    /// <param name="transforms">In the order in which they apply; each <see cref="ISpatialTransform.RunsOnDevice"/>.</param>
    /// <param name="random">The stream of a transform, by its position, for a row; null where the transform does not apply to that row.</param>
    public static torch.Tensor Apply(torch.Tensor batch, IReadOnlyList<ISpatialTransform> transforms, Func<int, int, RandomStream?> random)
    {
        using var workspace = new SampleWorkspace();
        var image = WithoutPixels(batch);
        var ways = new List<SpatialChange>[batch.shape[0]];
        for (var row = 0; row < ways.Length; row++)
        {
            ways[row] = [];
            for (var i = 0; i < transforms.Count; i++)
            {
                if (random(i, row) is { } stream && transforms[i].Plan(new Sample(Nobody, image), new TransformContext(workspace, stream, Phase.Train)) is { } plan)
                    Join(ways[row], plan.For(Sample.ImageName, image));
            }
        }

        for (var step = 0; ways.Any(way => way.Count > step); step++)
        {
            foreach (var alike in Enumerable.Range(0, ways.Length).Where(row => ways[row].Count > step).GroupBy(row => (Flips(ways[row][step]), ways[row][step].Padding)))
                batch = BatchRows.Replace(batch, [.. alike], rows => Move(rows, alike.Key.Item1, [.. alike.Select(row => ways[row][step])]));
        }

        return batch;
    }

    private static Case Nobody => new() { Id = "", Subject = "", Labels = [] };

    // Plans look at the grid alone.
    private static Image WithoutPixels(torch.Tensor batch)
    {
        var shape = batch.shape[1..].Select(size => (int)size).ToArray();
        return new Image([], shape, shape.Aggregate(1, (length, size) => length * size));
    }

    // The rules by which an image's changes become one resampling.
    private static void Join(List<SpatialChange> way, SpatialChange next)
    {
        if (next.IsNone)
            return;
        if (way.Count == 0)
        {
            way.Add(next);
            return;
        }

        var first = way[^1];
        var agreed = first.IsExact && first.StaysInside ? (next.Sampling, next.Padding) : PlannedImage.Agree(first, next, next.IsExact && next.StaysInside);
        if (agreed is var (sampling, padding))
            way[^1] = first.Then(next, sampling, padding);
        else
            way.Add(next);
    }

    // The tensor's axes, from the last, that a change reverses and does nothing else; null where it does.
    private static string? Flips(SpatialChange change)
    {
        if (!change.IsExact || !change.StaysInside)
            return null;
        var axes = Enumerable.Range(0, 3).Where(axis => change.Map[axis * 5] != 1).ToArray();
        return axes.All(axis => change.Map[axis * 5] == -1) ? string.Join(' ', axes) : null;
    }

    private static torch.Tensor Move(torch.Tensor rows, string? flips, IReadOnlyList<SpatialChange> changes)
    {
        if (flips is not null)
            return flips.Length == 0 ? rows : rows.flip(flips.Split(' ').Select(axis => rows.Dimensions - 1 - long.Parse(axis, System.Globalization.CultureInfo.InvariantCulture)).ToArray());
        var padding = changes[0].Padding;
        // Reflection is about voxel centres, which grid_sample does where its corners are aligned.
        var aligned = padding.Mode == PaddingMode.Reflection;
        var mode = padding.Mode switch
        {
            PaddingMode.Border => torch.GridSamplePaddingMode.Border,
            PaddingMode.Reflection => torch.GridSamplePaddingMode.Reflection,
            _ => torch.GridSamplePaddingMode.Zeros,
        };
        var axes = (int)rows.Dimensions - 2;
        var theta = torch.tensor(changes.SelectMany(change => Theta(change, axes, aligned)).ToArray(), device: rows.device).reshape(changes.Count, axes, axes + 1);
        var grid = torch.nn.functional.affine_grid(theta, rows.shape, align_corners: aligned);
        var outside = padding.Mode == PaddingMode.Constant ? padding.Value : 0;
        var sampled = torch.nn.functional.grid_sample(outside == 0 ? rows : rows - outside, grid, torch.GridSampleMode.Bilinear, mode, aligned);
        return outside == 0 ? sampled : sampled + outside;
    }

    // grid_sample's places run from -1 to 1: a voxel is half * place + middle.
    private static IEnumerable<float> Theta(SpatialChange change, int axes, bool aligned)
    {
        int[] size = [change.From.Width, change.From.Height, change.From.Depth];
        var middle = Array.ConvertAll(size, voxels => (voxels - 1) / 2.0);
        var half = Array.ConvertAll(size, voxels => aligned ? Math.Max(voxels - 1, 1) / 2.0 : voxels / 2.0);
        var map = change.Map.ToArray();
        for (var row = 0; row < axes; row++)
        {
            var shift = map[(row * 4) + 3] - middle[row];
            for (var axis = 0; axis < axes; axis++)
            {
                shift += map[(row * 4) + axis] * middle[axis];
                yield return (float)(map[(row * 4) + axis] * half[axis] / half[row]);
            }

            yield return (float)(shift / half[row]);
        }
    }
}
