using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>
/// Which slice was taken out of a volume, as a PNG file: above the whole volume seen from the side with the slice as a line, beside it how the slices
/// that could have been taken scored; below the slice itself.
/// </summary>
public static class SlicePicture
{
    private const int Gap = 6;
    private const int Bars = 40;
    private const double Bright = 0.995;

    /// <summary>Draws it.</summary>
    /// <param name="volume">(channel, z, y, x); the mean of its first channel is shown, axial slices from the patient's side, others from above.</param>
    /// <param name="slice">(channel, y, x), as it came out of the volume.</param>
    /// <param name="taken">The slice's number along z.</param>
    /// <param name="scores">Of the slices that could have been taken, by their numbers; empty where there was nothing to choose.</param>
    public static byte[] Draw(Image volume, Image slice, int taken, IReadOnlyDictionary<int, double> scores)
    {
        var side = VolumeProjection.Of(volume);
        var own = MapPlane.Through(slice, 0)[0];
        var bars = scores.Count > 1 ? Bars + Gap : 0;
        var picture = new RgbCanvas(Math.Max(side.Width + bars, own.Width), side.Height + Gap + own.Height);
        Paint(picture, 0, side.Width, side.Height, side.Values, (x, y) => (y * side.Width) + x);
        Paint(picture, side.Height + Gap, own.Width, own.Height, slice.Channel(0), own.Voxel);
        for (var y = 0; y < side.Height; y++)
        {
            var at = side.SliceOf(y);
            if (at == taken)
                Line(picture, side.Width, y);
            if (bars > 0 && scores.TryGetValue(at, out var score))
                Bar(picture, side.Width + Gap, y, Share(score, scores), at == taken);
        }

        return picture.ToPng();
    }

    // From the least score, which has a bar of its own still, to the greatest.
    private static double Share(double score, IReadOnlyDictionary<int, double> scores)
    {
        var (least, greatest) = (scores.Values.Min(), scores.Values.Max());
        return greatest > least ? 0.1 + (0.9 * (score - least) / (greatest - least)) : 1;
    }

    private static void Line(RgbCanvas picture, int width, int y)
    {
        for (var x = 0; x < width; x++)
            picture.Set(x, y, 1, 0.8f);
    }

    private static void Bar(RgbCanvas picture, int left, int y, double share, bool isTaken)
    {
        for (var x = 0; x < Math.Max(1, (int)(share * Bars)); x++)
            picture.Set(left + x, y, 0.6f, isTaken ? 1 : 0);
    }

    private static void Paint(RgbCanvas picture, int top, int width, int height, ReadOnlySpan<float> values, Func<int, int, int> voxel)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (low, high) = (sorted[0], sorted[(int)(Bright * (sorted.Length - 1))]);
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                picture.Set(x, top + y, high > low ? Math.Clamp((values[voxel(x, y)] - low) / (high - low), 0, 1) : 0, 0);
        }
    }
}
