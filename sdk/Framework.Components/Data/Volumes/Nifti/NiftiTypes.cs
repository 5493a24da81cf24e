namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>The data type codes of NIfTI.</summary>
internal static class NiftiTypes
{
    public static VoxelType Find(int code, string name) => code switch
    {
        2 => VoxelType.UInt8,
        4 => VoxelType.Int16,
        8 => VoxelType.Int32,
        16 => VoxelType.Float32,
        64 => VoxelType.Float64,
        256 => VoxelType.Int8,
        512 => VoxelType.UInt16,
        768 => VoxelType.UInt32,
        1024 => VoxelType.Int64,
        1280 => VoxelType.UInt64,
        32 or 1792 or 2048 => throw Refused(name, "complex numbers", "Write magnitude and phase as two files"),
        128 or 2304 => throw Refused(name, "colours (RGB)", "Write one grey value a voxel, or one volume a colour"),
        1536 => throw Refused(name, "128-bit floating point numbers", "Write them as float32 or float64"),
        1 => throw Refused(name, "single bits", "Write them as uint8"),
        _ => throw VolumeError.Of(name, FormattableString.Invariant($"its data type has the code {code}, which NIfTI does not know")),
    };

    private static DataFormatException Refused(string name, string what, string remedy) =>
        VolumeError.Saying(name, $"its voxels are {what}, and one real number a voxel is read. {remedy}.");
}
