namespace Framework.Sdk;

/// <summary>What a spatial transform does to one sample, once its random numbers are drawn.</summary>
/// <param name="change">The change of each image's grid; null to leave the grid as it is. Images of one sample may have different grids.</param>
public sealed class SpatialPlan(Func<VoxelGrid, SpatialChange?> change)
{
    /// <summary>Moves what the images show within the patient, together with boxes and landmarks; null where everything stays in its place.</summary>
    public Displacement? Displacement { get; init; }

    /// <summary>The change of one image. A mask takes the nearest voxel, and zero where a constant is put outside.</summary>
    internal SpatialChange For(string name, Image image)
    {
        var grid = VoxelGrid.Of(image);
        var planned = change(grid) ?? SpatialChange.None(grid);
        if (Displacement is not null)
            planned = planned with { Displacements = [.. planned.Displacements, Displacement] };
        return Sample.IsMask(name) ? planned with { Sampling = Sampling.Nearest, Padding = planned.Padding with { Value = 0 } } : planned;
    }
}
