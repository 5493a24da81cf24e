using System.Buffers.Binary;

namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>The header of a NIfTI-1 single file, little endian, with its four bytes that say that no extension follows.</summary>
internal static class NiftiHeaderWriter
{
    private const int Length = NiftiHeader.Size1 + 4;
    private const int GreatestSize = short.MaxValue;
    private const short ScannerAnatomical = 1;
    private const byte Millimetres = 2;

    /// <summary>Cosine of the angle between two axes above which they are sheared: a little above what float32 makes of a right angle.</summary>
    private const double Shear = 1e-5;

    public static byte[] Header(Image image, NiftiVoxels voxels, string name)
    {
        var header = new byte[Length];
        var (code, bits) = voxels switch { NiftiVoxels.Int16 => (4, 16), NiftiVoxels.UInt8 => (2, 8), _ => (16, 32) };
        BinaryPrimitives.WriteInt32LittleEndian(header, NiftiHeader.Size1);
        header[38] = (byte)'r';
        WriteSizes(header, image, name);
        Short(header, 70, code);
        Short(header, 72, bits);
        Single(header, 108, Length);
        Single(header, 112, image.Encoding.Slope);
        Single(header, 116, image.Encoding.Intercept);
        header[123] = Millimetres;
        WriteOrientation(header, image.Geometry);
        "n+1\0"u8.CopyTo(header.AsSpan(344));
        return header;
    }

    private static void WriteSizes(byte[] header, Image image, string name)
    {
        ReadOnlySpan<int> sizes = [image.Width, image.Height, image.Depth, image.Channels];
        Short(header, 40, image.Channels > 1 ? 4 : 3);
        for (var axis = 0; axis < 7; axis++)
        {
            var size = axis < sizes.Length ? sizes[axis] : 1;
            if (size is < 1 or > GreatestSize)
                throw VolumeError.Saying(name, FormattableString.Invariant($"the image is {size:N0} voxels long along one axis, and NIfTI-1 holds 1 to {GreatestSize:N0}. Crop it or write it in parts."));
            Short(header, 42 + (2 * axis), size);
        }
    }

    private static void WriteOrientation(byte[] header, Geometry geometry)
    {
        var affine = geometry.Affine;
        var (x, y, z) = geometry.Spacing;
        Span<double> turn =
        [
            affine[0] / x, affine[1] / y, affine[2] / z,
            affine[4] / x, affine[5] / y, affine[6] / z,
            affine[8] / x, affine[9] / y, affine[10] / z,
        ];
        Single(header, 80, x);
        Single(header, 84, y);
        Single(header, 88, z);
        Single(header, 92, 1);
        Single(header, 76, WriteQuaternion(header, turn, affine));
        Short(header, 254, ScannerAnatomical);
        for (var i = 0; i < 12; i++)
            Single(header, 280 + (4 * i), affine[i]);
    }

    /// <returns>The sign of the third axis: a quaternion only turns, and cannot mirror.</returns>
    private static int WriteQuaternion(byte[] header, Span<double> turn, ReadOnlySpan<double> affine)
    {
        var sign = Determinant(turn) < 0 ? -1 : 1;
        if (IsSheared(turn))
            return sign; // the code of the qform stays 0: unknown
        for (var row = 0; row < 3; row++)
            turn[(row * 3) + 2] *= sign;
        var exact = Quaternion.Of(turn);
        var (b, c, d) = Quaternion.Rounded(exact.B, exact.C, exact.D);
        ReadOnlySpan<double> fields = [b, c, d, affine[3], affine[7], affine[11]];
        Short(header, 252, ScannerAnatomical);
        for (var i = 0; i < fields.Length; i++)
            Single(header, 256 + (4 * i), fields[i]);
        return sign;
    }

    private static bool IsSheared(ReadOnlySpan<double> turn)
    {
        foreach (var (first, second) in (ReadOnlySpan<(int, int)>)[(0, 1), (0, 2), (1, 2)])
        {
            if (Math.Abs((turn[first] * turn[second]) + (turn[first + 3] * turn[second + 3]) + (turn[first + 6] * turn[second + 6])) > Shear)
                return true;
        }

        return false;
    }

    private static double Determinant(ReadOnlySpan<double> m) =>
        (m[0] * ((m[4] * m[8]) - (m[5] * m[7]))) - (m[1] * ((m[3] * m[8]) - (m[5] * m[6]))) + (m[2] * ((m[3] * m[7]) - (m[4] * m[6])));

    private static void Short(byte[] header, int at, int value) => BinaryPrimitives.WriteInt16LittleEndian(header.AsSpan(at), (short)value);

    private static void Single(byte[] header, int at, double value) => BinaryPrimitives.WriteSingleLittleEndian(header.AsSpan(at), (float)value);
}
