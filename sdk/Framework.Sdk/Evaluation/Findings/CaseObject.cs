namespace Framework.Sdk;

/// <summary>One object on a scan's grid, found or true.</summary>
/// <param name="Class">What it is.</param>
/// <param name="Score">How sure the model is, 0 to 1; 1 for a truth.</param>
/// <param name="Box">In pixel edges of the grid; of a slice, z runs from 0 to 1.</param>
public sealed record CaseObject(string Class, double Score, VoxelBox Box)
{
    /// <summary>Which voxels of the grid it covers; null where boxes are all there is.</summary>
    public RunLengthMask? Mask { get; init; }

    /// <summary>Its volume in cubic millimetres; that of its box where it has no mask. A slice is as thick as the grid's spacing along z.</summary>
    /// <param name="grid">The grid that it lies on.</param>
    public double Volume(VoxelGrid grid)
    {
        var (x, y, z) = grid.Geometry.Spacing;
        return x * y * z * (Mask?.Count ?? Box.Volume);
    }

    /// <summary>The same object in the patient.</summary>
    /// <param name="grid">The grid that it lies on.</param>
    public Box InPatient(VoxelGrid grid) => Sdk.Box.From(Class, Box, grid.Geometry);
}
