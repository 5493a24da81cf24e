namespace Framework.Components.Data.Volumes;

/// <summary>How voxels lie in a file and what they mean: value = slope * stored + intercept.</summary>
internal sealed record VoxelFormat(VoxelType Type, bool BigEndian, double Slope = 1, double Intercept = 0)
{
    public bool IsScaled => Slope != 1 || Intercept != 0;

    /// <summary>Whether a value may come out that is not finite.</summary>
    public bool MayBeNonFinite => IsScaled || Type is VoxelType.Float32 or VoxelType.Float64;

    public int Bytes => Type switch
    {
        VoxelType.UInt8 or VoxelType.Int8 => 1,
        VoxelType.UInt16 or VoxelType.Int16 => 2,
        VoxelType.UInt32 or VoxelType.Int32 or VoxelType.Float32 => 4,
        _ => 8,
    };
}
