using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>A volume seen along one of its in-plane axes, so that every slice is a line from left to right: the mean over that axis, with square pixels.</summary>
/// <param name="Width">Columns of pixels: the other in-plane axis.</param>
/// <param name="Height">Rows of pixels: across the slices, the patient's top or front above.</param>
/// <param name="Values">Row-major.</param>
/// <param name="SliceOf">The number of the slice that a row of pixels shows.</param>
internal sealed record VolumeProjection(int Width, int Height, float[] Values, Func<int, int> SliceOf)
{
    /// <summary>Looks at axial slices from the patient's side, at others from above.</summary>
    /// <param name="volume">(channel, z, y, x); the first channel counts.</param>
    public static VolumeProjection Of(Image volume)
    {
        var affine = volume.Geometry.Affine;
        var spacing = volume.Geometry.Spacing;
        var isAxial = Math.Abs(affine[10]) >= Math.Max(Math.Abs(affine[6]), Math.Abs(affine[2]));
        var axis = isAxial ? 0 : 8; // the row of the affine that says left to right, or down to up
        var alongX = Math.Abs(affine[axis]) / spacing.X >= Math.Abs(affine[axis + 1]) / spacing.Y;
        var (columns, columnSpacing) = alongX ? (volume.Height, spacing.Y) : (volume.Width, spacing.X);
        var pixel = Math.Min(columnSpacing, spacing.Z);
        var (width, height) = (Pixels(columns, columnSpacing, pixel), Pixels(volume.Depth, spacing.Z, pixel));
        // Above is what lies higher in the patient, or nearer to the front where the slices run from front to back.
        var isUpsideDown = isAxial ? affine[10] > 0 : affine[6] > 0;
        int SliceOf(int row) => (int)((long)(isUpsideDown ? height - 1 - row : row) * volume.Depth / height);
        var means = Means(volume, alongX, columns);
        var values = new float[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
                values[(y * width) + x] = means[(SliceOf(y) * columns) + (int)((long)x * columns / width)];
        }

        return new VolumeProjection(width, height, values, SliceOf);
    }

    private static float[] Means(Image volume, bool alongX, int columns)
    {
        var voxels = volume.Channel(0);
        var sums = new float[volume.Depth * columns];
        for (var i = 0; i < voxels.Length; i++)
        {
            var (line, x) = (i / volume.Width, i % volume.Width);
            sums[(line / volume.Height * columns) + (alongX ? line % volume.Height : x)] += voxels[i];
        }

        var count = alongX ? volume.Width : volume.Height;
        for (var i = 0; i < sums.Length; i++)
            sums[i] /= count;
        return sums;
    }

    private static int Pixels(int voxels, double spacing, double pixel) => Math.Max(1, (int)Math.Round(voxels * spacing / pixel));
}
