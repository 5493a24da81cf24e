using Framework.Components.Data.Volumes.Nifti;

namespace Framework.Components.Data.Volumes.Mgh;

/// <summary>The header of FreeSurfer's MGH format, version 1: big-endian, 284 bytes, then voxels.</summary>
internal static class MghHeader
{
    private const int Size = 284;

    /// <summary>The layout of an MGH file; null where these are not the bytes of one.</summary>
    public static VolumeLayout? TryRead(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length < Size)
            return null;
        var header = new HeaderReader(bytes, bigEndian: true);
        if (header.Int32(0) != 1)
            return null;
        var size = VolumeLayout.Fold([header.Int32(4), header.Int32(8), header.Int32(12), header.Int32(16)], name);
        return new VolumeLayout
        {
            Size = size,
            Format = new VoxelFormat(Type(header.Int32(20), name), BigEndian: true),
            Offset = Size,
            Geometry = Geometry(header, size, name),
        };
    }

    private static VoxelType Type(int code, string name) => code switch
    {
        0 => VoxelType.UInt8,
        1 => VoxelType.Int32,
        3 => VoxelType.Float32,
        4 => VoxelType.Int16,
        10 => VoxelType.UInt16,
        _ => throw VolumeError.Of(name, FormattableString.Invariant($"its data type has the code {code}; 0 (uint8), 1 (int32), 3 (float32), 4 (int16) and 10 (uint16) are read")),
    };

    // The header has spacings, the directions of the axes and the point in the middle; without them FreeSurfer assumes coronal slices of 1 mm.
    private static Geometry Geometry(HeaderReader header, (int X, int Y, int Z, int Volumes) size, string name)
    {
        if (header.Int16(28) == 0)
            return new Geometry([-1, 0, 0, size.X / 2.0, 0, 0, 1, -size.Z / 2.0, 0, -1, 0, size.Y / 2.0, 0, 0, 0, 1]);
        var affine = new double[16];
        for (var row = 0; row < 3; row++)
        {
            for (var axis = 0; axis < 3; axis++)
                affine[(row * 4) + axis] = header.Single(42 + (12 * axis) + (4 * row)) * header.Single(30 + (4 * axis)); // in float32, as all numbers of this header
            affine[(row * 4) + 3] = (float)(header.Single(78 + (4 * row))
                - (((affine[row * 4] * size.X) + (affine[(row * 4) + 1] * size.Y) + (affine[(row * 4) + 2] * size.Z)) / 2));
        }

        affine[15] = 1;
        return AffineCheck.IsUsable(affine) ? new Geometry(affine) : throw VolumeError.Of(name, "its directions place several voxels at one point");
    }
}
