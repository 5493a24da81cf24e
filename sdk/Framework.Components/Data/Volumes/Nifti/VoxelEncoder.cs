using System.Numerics;
using System.Runtime.InteropServices;

namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>From values to the bytes that store them, little endian.</summary>
internal static class VoxelEncoder
{
    /// <returns>How many bytes were written.</returns>
    public static int Encode(ReadOnlySpan<float> values, Span<byte> bytes, NiftiVoxels voxels, string name)
    {
        switch (voxels)
        {
            case NiftiVoxels.Int16:
                Store(values, MemoryMarshal.Cast<byte, short>(bytes), name);
                return values.Length * sizeof(short);
            case NiftiVoxels.UInt8:
                Store(values, bytes, name);
                return values.Length;
            default:
                MemoryMarshal.AsBytes(values).CopyTo(bytes);
                return values.Length * sizeof(float);
        }
    }

    private static void Store<T>(ReadOnlySpan<float> values, Span<T> stored, string name)
        where T : struct, INumberBase<T>, IMinMaxValue<T>
    {
        for (var i = 0; i < values.Length; i++)
        {
            stored[i] = T.CreateSaturating(values[i]);
            if (float.CreateTruncating(stored[i]) != values[i])
            {
                throw VolumeError.Saying(name, FormattableString.Invariant(
                    $"the value {values[i]} cannot be stored as a whole number from {T.MinValue} to {T.MaxValue}. Write the image as float32."));
            }
        }
    }
}
