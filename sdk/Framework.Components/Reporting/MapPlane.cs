using Framework.Sdk;

namespace Framework.Components.Reporting;

/// <summary>A plane of an image with square pixels: which voxel each pixel shows.</summary>
/// <param name="Width">Columns of pixels.</param>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Voxel">From a pixel to a voxel's number within a channel.</param>
internal sealed record MapPlane(int Width, int Height, Func<int, int, int> Voxel)
{
    /// <summary>The planes across z, y and x through a voxel; of a 2-D image the image itself.</summary>
    public static IReadOnlyList<MapPlane> Through(Image image, int voxel)
    {
        var (width, height) = (image.Width, image.Height);
        var spacing = image.Geometry.Spacing;
        var (x, y, z) = (voxel % width, voxel / width % height, voxel / width / height);
        var across = Square(width, spacing.X, height, spacing.Y, (column, row) => (((z * height) + row) * width) + column);
        if (image.Dimensions == 2)
            return [across];
        return
        [
            across,
            Square(width, spacing.X, image.Depth, spacing.Z, (column, row) => (((row * height) + y) * width) + column),
            Square(height, spacing.Y, image.Depth, spacing.Z, (column, row) => (((row * height) + column) * width) + x),
        ];
    }

    // The finer axis keeps its voxels; those of the other are drawn longer.
    private static MapPlane Square(int columns, double columnSpacing, int rows, double rowSpacing, Func<int, int, int> voxel)
    {
        var pixel = Math.Min(columnSpacing, rowSpacing);
        var (width, height) = (Pixels(columns, columnSpacing, pixel), Pixels(rows, rowSpacing, pixel));
        return new MapPlane(width, height, (x, y) => voxel((int)((long)x * columns / width), (int)((long)y * rows / height)));
    }

    private static int Pixels(int voxels, double spacing, double pixel) => Math.Max(1, (int)Math.Round(voxels * spacing / pixel));
}
