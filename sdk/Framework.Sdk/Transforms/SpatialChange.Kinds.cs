namespace Framework.Sdk;

public sealed partial record SpatialChange
{
    /// <summary>No change.</summary>
    /// <param name="grid">The grid that stays.</param>
    public static SpatialChange None(VoxelGrid grid) => new(grid, grid.Size, Matrix4.Identity);

    /// <summary>A block of the old grid, or a larger one around it; what lies outside is padded.</summary>
    /// <param name="from">The old grid.</param>
    /// <param name="first">The old voxel that becomes the first; below 0 to add voxels in front.</param>
    /// <param name="size">Columns, rows and slices of the block.</param>
    public static SpatialChange Block(VoxelGrid from, (int X, int Y, int Z) first, (int X, int Y, int Z) size) =>
        new(from, size, [1, 0, 0, first.X, 0, 1, 0, first.Y, 0, 0, 1, first.Z, 0, 0, 0, 1]);

    /// <summary>The same field of view, or part of it, with other numbers of voxels along the axes.</summary>
    /// <param name="from">The old grid.</param>
    /// <param name="size">Columns, rows and slices of the new grid.</param>
    /// <param name="scale">Old voxels per new voxel, along each axis.</param>
    /// <param name="offset">The old grid's place that the first new voxel shows.</param>
    public static SpatialChange Scale(VoxelGrid from, (int X, int Y, int Z) size, (double X, double Y, double Z) scale, (double X, double Y, double Z) offset) =>
        new(from, size, [scale.X, 0, 0, offset.X, 0, scale.Y, 0, offset.Y, 0, 0, scale.Z, offset.Z, 0, 0, 0, 1]);

    /// <summary>The axes in another order, each along its own way or against it.</summary>
    /// <param name="from">The old grid.</param>
    /// <param name="axes">For new x, y and z: the old axis it runs along, 0 for x, 1 for y, 2 for z, and whether it runs against it.</param>
    public static SpatialChange Turn(VoxelGrid from, ReadOnlySpan<(int Axis, bool Reversed)> axes)
    {
        ReadOnlySpan<int> old = [from.Width, from.Height, from.Depth];
        Span<int> size = stackalloc int[3];
        var map = new double[16];
        map[15] = 1;
        for (var axis = 0; axis < 3; axis++)
        {
            var (source, reversed) = axes[axis];
            size[axis] = old[source];
            map[(source * 4) + axis] = reversed ? -1 : 1;
            map[(source * 4) + 3] = reversed ? old[source] - 1 : 0;
        }

        return new SpatialChange(from, (size[0], size[1], size[2]), map);
    }

    /// <summary>From one grid to another that lies anywhere in the patient.</summary>
    /// <param name="from">The old grid.</param>
    /// <param name="to">The new grid.</param>
    /// <exception cref="DataFormatException">The old grid's axes lie in one plane.</exception>
    public static SpatialChange Between(VoxelGrid from, VoxelGrid to) =>
        new(from, to.Size, to.Geometry.MapTo(from.Geometry)) { Output = new VoxelGrid(from.Dimensions, to.Size, to.Geometry) };
}
