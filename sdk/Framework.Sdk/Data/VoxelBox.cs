namespace Framework.Sdk;

/// <summary>A box along the axes of a grid, in pixel edges: pixel i covers i to i + 1, so that <c>High</c> lies beyond the last pixel.</summary>
/// <remarks>These are the coordinates of <see cref="ImageObjects.Boxes"/>; a voxel's centre lies half a voxel above its lower edge.</remarks>
/// <param name="Low">Lower edges.</param>
/// <param name="High">Upper edges.</param>
public readonly record struct VoxelBox(VoxelPoint Low, VoxelPoint High)
{
    /// <summary>How many voxels it is large, parts of voxels counted.</summary>
    public double Volume => (High.X - Low.X) * (High.Y - Low.Y) * (High.Z - Low.Z);

    /// <summary>The part of the box on a grid; null where nothing is left.</summary>
    /// <param name="grid">The grid.</param>
    public VoxelBox? Clip(VoxelGrid grid)
    {
        var low = new VoxelPoint(Math.Max(Low.X, 0), Math.Max(Low.Y, 0), Math.Max(Low.Z, 0));
        var high = new VoxelPoint(Math.Min(High.X, grid.Width), Math.Min(High.Y, grid.Height), Math.Min(High.Z, grid.Depth));
        return low.X < high.X && low.Y < high.Y && low.Z < high.Z ? new VoxelBox(low, high) : null;
    }
}
