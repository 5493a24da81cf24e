namespace Framework.Sdk;

/// <summary>How many voxels an image has along each axis, and where they lie; no values.</summary>
/// <param name="Dimensions">2 for (y, x), 3 for (z, y, x).</param>
/// <param name="Size">Columns (x), rows (y) and slices (z; 1 in 2-D).</param>
/// <param name="Geometry">Where the voxels lie in the patient.</param>
public sealed record VoxelGrid(int Dimensions, (int X, int Y, int Z) Size, Geometry Geometry)
{
    /// <summary>The grid of an image.</summary>
    public static VoxelGrid Of(Image image) => new(image.Dimensions, (image.Width, image.Height, image.Depth), image.Geometry);

    /// <summary>Number of columns (x).</summary>
    public int Width => Size.X;

    /// <summary>Number of rows (y).</summary>
    public int Height => Size.Y;

    /// <summary>Number of slices (z); 1 in 2-D.</summary>
    public int Depth => Size.Z;

    /// <summary>Whether it has no voxel.</summary>
    public bool IsEmpty => Width == 0 || Height == 0 || Depth == 0;

    /// <summary>The middle of the grid, in voxels.</summary>
    public VoxelPoint Center => new((Width - 1) / 2.0, (Height - 1) / 2.0, (Depth - 1) / 2.0);

    /// <summary>The shape of an image on this grid: (channel, y, x) or (channel, z, y, x).</summary>
    /// <param name="channels">Number of channels.</param>
    public int[] Shape(int channels) => Dimensions == 2 ? [channels, Height, Width] : [channels, Depth, Height, Width];
}
