namespace Framework.Components.Data.Volumes;

/// <summary>What a volume file's header says: where the voxels lie, how they are stored, and where they lie in the patient.</summary>
internal sealed record VolumeLayout
{
    /// <summary>Sizes along x, y, z and of all further axes together; x is the fastest.</summary>
    public required (int X, int Y, int Z, int Volumes) Size { get; init; }

    public required VoxelFormat Format { get; init; }

    /// <summary>Byte at which the voxels begin, in the inflated file.</summary>
    public required long Offset { get; init; }

    public required Geometry Geometry { get; init; }

    public int VolumeVoxels => Size.X * Size.Y * Size.Z;

    public long Bytes => (long)VolumeVoxels * Size.Volumes * Format.Bytes;

    /// <summary>Folds the sizes of a header into four, or says why they are not those of an image.</summary>
    public static (int X, int Y, int Z, int Volumes) Fold(ReadOnlySpan<long> sizes, string name)
    {
        Span<long> folded = [1, 1, 1, 1];
        Int128 voxels = 1;
        for (var axis = 0; axis < sizes.Length; axis++)
        {
            if (sizes[axis] is < 1 or > int.MaxValue)
                throw VolumeError.Of(name, FormattableString.Invariant($"axis {axis + 1} has the size {sizes[axis]}, and a size is at least 1"));
            voxels *= sizes[axis];
            if (voxels > int.MaxValue)
                throw VolumeError.Of(name, FormattableString.Invariant($"it declares {string.Join(" x ", sizes.ToArray())} voxels, and an image holds at most {int.MaxValue:N0}"));
            folded[Math.Min(axis, 3)] *= sizes[axis];
        }

        return ((int)folded[0], (int)folded[1], (int)folded[2], (int)folded[3]);
    }
}
