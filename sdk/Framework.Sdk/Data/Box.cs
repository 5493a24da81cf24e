namespace Framework.Sdk;

/// <summary>A cuboid in the patient that holds an object.</summary>
/// <remarks>
/// It is kept as an affine from the unit cube to the patient's millimetres, and so stays the same cuboid however grids are turned about it.
/// What a model sees is worked out when a batch is made: <see cref="On"/>.
/// </remarks>
/// <param name="Label">What the object is.</param>
/// <param name="Extent">Takes the unit cube [0, 1]^3 to the cuboid, in RAS+ millimetres.</param>
public sealed record Box(string Label, Geometry Extent)
{
    /// <summary>The cuboid of a box on a grid.</summary>
    /// <param name="label">What the object is.</param>
    /// <param name="box">In pixel edges of the grid; in 2-D, z runs from 0 to 1.</param>
    /// <param name="geometry">The grid's geometry.</param>
    public static Box From(string label, VoxelBox box, Geometry geometry) => new(label, geometry.Resample(
        (box.High.X - box.Low.X, box.High.Y - box.Low.Y, box.High.Z - box.Low.Z), (box.Low.X - 0.5, box.Low.Y - 0.5, box.Low.Z - 0.5)));

    /// <summary>The eight corners.</summary>
    public IEnumerable<PatientPoint> Corners
    {
        get
        {
            for (var corner = 0; corner < 8; corner++)
                yield return Extent.ToPatient(new VoxelPoint(corner & 1, (corner >> 1) & 1, corner >> 2));
        }
    }

    /// <summary>The smallest box along the grid's axes that holds the cuboid, cut off at the grid's edges; null where it lies off the grid.</summary>
    /// <param name="grid">The grid of an image.</param>
    public VoxelBox? On(VoxelGrid grid)
    {
        var geometry = grid.Geometry;
        var corners = Corners.Select(corner => geometry.ToVoxel(corner)).ToList();
        return new VoxelBox(
            new VoxelPoint(corners.Min(c => c.X) + 0.5, corners.Min(c => c.Y) + 0.5, corners.Min(c => c.Z) + 0.5),
            new VoxelPoint(corners.Max(c => c.X) + 0.5, corners.Max(c => c.Y) + 0.5, corners.Max(c => c.Z) + 0.5)).Clip(grid);
    }
}
