using Framework.Components.Data.Series;
using Framework.Sdk;

namespace Framework.Plugins.Sih.Slices;

/// <summary>Finds the slice most likely to show dural enhancement, venous distention and sag.</summary>
/// <remarks>
/// The paper gives no rule. This one can be explained: within a window of the head's extent, the slice is taken whose shell below the skull is
/// brightest against the brain, because that is where dura and venous sinuses enhance.
/// </remarks>
public sealed class KeySliceSearch(KeySliceOptions options)
{
    private const double Steepest = 0.8660254037844386; // cosine of 30 degrees

    /// <summary>Looks at the slices of a volume.</summary>
    /// <param name="volume">(1, z, y, x) with its geometry.</param>
    /// <returns>All slices that show the head, in the volume's order.</returns>
    /// <exception cref="DataFormatException">It lies otherwise, or shows no head.</exception>
    public IReadOnlyList<KeySlice> Look(Image volume)
    {
        if (volume.Dimensions != 3 || volume.Channels != 1 || volume.Depth < 2)
            throw new DataFormatException($"sih.key-slice searches a volume of one channel and several slices; this one has the shape ({string.Join(", ", volume.Shape.ToArray())}).");
        var isRising = IsRising(volume.Geometry);
        var threshold = (float)(options.Threshold * Percentile(volume.Pixels, 0.99));
        int[] areas = [.. Enumerable.Range(0, volume.Depth).Select(z => Area(Slice(volume, z), threshold))];
        var least = Math.Max(1, options.LeastArea * areas.Max());
        var (first, last) = (Array.FindIndex(areas, area => area >= least), Array.FindLastIndex(areas, area => area >= least));
        if (last <= first)
            throw new DataFormatException("sih.key-slice finds no head: fewer than two slices have voxels above the threshold. Lower 'threshold', or leave the case out.");
        return
        [
            .. from z in Enumerable.Range(first, last - first + 1)
               let share = (z - first) / (double)(last - first)
               let position = isRising ? share : 1 - share
               select new KeySlice(z, position, position >= options.From && position <= options.To ? Score(volume, z, threshold) : double.NaN),
        ];
    }

    /// <summary>The one with the greatest score; the first of equals.</summary>
    /// <exception cref="DataFormatException">None lies in the window.</exception>
    public KeySlice Choose(IReadOnlyList<KeySlice> slices) => slices.Where(slice => !double.IsNaN(slice.Score)).MaxBy(slice => slice.Score)
        ?? throw new DataFormatException(FormattableString.Invariant(
            $"sih.key-slice finds no slice between {options.From} and {options.To} of the head's extent: it has {slices.Count} slices. Widen the window."));

    // Whether slice numbers rise from the lowest to the vertex, or from the front to the back. Geometry is RAS+.
    private bool IsRising(Geometry geometry)
    {
        var affine = geometry.Affine;
        var spacing = geometry.Spacing.Z;
        var along = options.Plane == SeriesPlane.Axial ? affine[10] / spacing : -affine[6] / spacing;
        return Math.Abs(along) >= Steepest
            ? along > 0
            : throw new DataFormatException($"sih.key-slice is told that the slices are {options.Plane.ToString().ToLowerInvariant()}, and they are not. Choose another series, or set 'plane'.");
    }

    private double Score(Image volume, int z, float threshold)
    {
        var slice = Slice(volume, z);
        var spacing = volume.Geometry.Spacing;
        var depth = HeadDepth.Of(slice, volume.Width, volume.Height, threshold, (spacing.X, spacing.Y));
        var (shell, brain) = (new List<float>(), new List<float>());
        for (var i = 0; i < slice.Length; i++)
        {
            if (depth[i] > options.ShellTo)
                brain.Add(slice[i]);
            else if (depth[i] >= options.ShellFrom)
                shell.Add(slice[i]);
        }

        if (shell.Count == 0 || brain.Count == 0)
            return 0;
        shell.Sort();
        brain.Sort();
        var count = Math.Max(1, (int)(options.Brightest * shell.Count));
        return shell[^count..].Average() / Math.Max(brain[brain.Count / 2], 1e-6f);
    }

    private static Span<float> Slice(Image volume, int z) => volume.Pixels.Slice(z * volume.Width * volume.Height, volume.Width * volume.Height);

    private static int Area(ReadOnlySpan<float> slice, float threshold)
    {
        var count = 0;
        foreach (var value in slice)
            count += value > threshold ? 1 : 0;
        return count;
    }

    private static double Percentile(ReadOnlySpan<float> values, double share)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted[(int)(share * (sorted.Length - 1))];
    }
}
