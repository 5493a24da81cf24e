using System.Runtime.InteropServices;
using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Label maps on the scans' own grids, kept as files, and how they overlap with the true ones.</summary>
internal sealed class MaskReading(MaskOptions options, ILoss loss, TrainingContext context) : OutputReading
{
    private readonly SampleMask _truth = new(context.HasTruths ? options : options with { Optional = true });

    public override void Check(Batch batch, ModelOutput output)
    {
        var (voxels, _) = Probabilities(batch, output);
        var (given, image) = (voxels.shape, batch.Image.shape);
        if (given.Length != image.Length || given[0] != image[0] || given[1] != options.Classes.Count || !given.Skip(2).SequenceEqual(image.Skip(2)))
        {
            throw new ExperimentException(
                $"'supervised' with 'masks' predicts each of {options.Classes.Count} classes for each voxel, ({image[0]}, {options.Classes.Count}, {string.Join(", ", image.Skip(2))}); this model and loss give ({string.Join(", ", given)}). Use unet with dice, dice-ce or cross-entropy.");
        }
    }

    public override IReadOnlyList<PredictedRow> Read(Batch batch, ModelOutput output, SamplePipeline pipeline)
    {
        var (voxels, labels) = Probabilities(batch, output);
        var probabilities = voxels.to(torch.ScalarType.Float32).cpu().contiguous();
        var scans = new ScanView(pipeline);
        return EachCase(batch, row => Read(batch, row, probabilities, labels, scans));
    }

    /// <summary>The classes of each voxel, and what other heads than the one that segments say of the labels; null where there are none.</summary>
    private (torch.Tensor Voxels, double[]? Labels) Probabilities(Batch batch, ModelOutput output) => loss.VoxelProbabilities(output) is { } voxels
        ? (voxels, context.Labels.Count == 0 ? null : PredictedRows.Of(loss.Probabilities(output), batch, context.Labels.Count))
        : (loss.Probabilities(output), null);

    private PredictedRow Read(Batch batch, int row, torch.Tensor probabilities, double[]? labels, ScanView scans)
    {
        using var workspace = new SampleWorkspace();
        var (item, seen) = (batch.Cases[row], batch.Grids![row]);
        var scan = scans.Load(item, seen, workspace);
        var grid = VoxelGrid.Of(scan.Image);
        var map = workspace.Allocate(grid.Shape(1), geometry: grid.Geometry);
        var highest = MostLikely(MemoryMarshal.Cast<byte, float>(probabilities.bytes), row, seen, map);
        var kept = context.Masks?.Save(item, map);
        var findings = new CaseFindings
        {
            Grid = grid, Classes = options.Foreground, Overlaps = Overlaps(scan, map), MaskFile = kept?.File, MaskHash = kept?.Hash,
        };
        var outputs = labels?[(row * context.Labels.Count)..((row + 1) * context.Labels.Count)] ?? ClassLabels.Outputs(context.Labels, options.Foreground, highest);
        return new PredictedRow(outputs, findings);
    }

    /// <summary>Fills the map with the most likely class of each voxel, the background where the network saw nothing.</summary>
    /// <returns>The highest probability of each class but the background.</returns>
    private double[] MostLikely(ReadOnlySpan<float> probabilities, int row, VoxelGrid seen, Image map)
    {
        // Class by class, so that only two of them are on the scan's grid at a time.
        using var best = new SampleWorkspace();
        var likeliest = best.Allocate(map.Shape);
        var highest = new double[options.Classes.Count - 1];
        map.Pixels.Clear();
        for (var number = 0; number < options.Classes.Count; number++)
        {
            using var workspace = new SampleWorkspace();
            var values = workspace.Allocate(seen.Shape(1), geometry: seen.Geometry);
            probabilities.Slice(((row * options.Classes.Count) + number) * values.Length, values.Length).CopyTo(values.Pixels);
            var whole = SpatialTransforms.ReturnToGrid(values, VoxelGrid.Of(map), workspace).Pixels;
            if (number == 0)
                whole.CopyTo(likeliest.Pixels);
            else
                highest[number - 1] = Raise(likeliest.Pixels, map.Pixels, whole, number);
        }

        return highest;
    }

    private static float Raise(Span<float> likeliest, Span<float> map, ReadOnlySpan<float> own, int number)
    {
        var highest = 0f;
        for (var i = 0; i < own.Length; i++)
        {
            highest = Math.Max(highest, own[i]);
            if (own[i] > likeliest[i])
                (likeliest[i], map[i]) = (own[i], number);
        }

        return highest;
    }

    private ClassOverlap[] Overlaps(Sample scan, Image map)
    {
        var truth = new long[map.Length];
        var isKnown = _truth.Read(scan, truth);
        var (predicted, true_, both) = (new long[options.Classes.Count], new long[options.Classes.Count], new long[options.Classes.Count]);
        var values = map.Pixels;
        for (var i = 0; i < truth.Length; i++)
        {
            predicted[(int)values[i]]++;
            if (!isKnown)
                continue;
            true_[truth[i]]++;
            if (truth[i] == (long)values[i])
                both[truth[i]]++;
        }

        return [.. Enumerable.Range(1, options.Classes.Count - 1).Select(number =>
            new ClassOverlap(options.Classes[number], predicted[number], isKnown ? true_[number] : null, isKnown ? both[number] : null))];
    }
}
