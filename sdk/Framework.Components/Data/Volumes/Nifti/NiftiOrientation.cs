namespace Framework.Components.Data.Volumes.Nifti;

/// <summary>Which of its affines a NIfTI file means: sform where its code is above 0, else qform likewise, else spacing alone.</summary>
internal static class NiftiOrientation
{
    // Three units in the last place of the float32 or float64 that the quaternion is stored in.
    private const double Slack1 = 3 * 1.1920928955078125e-07;
    private const double Slack2 = 3 * 2.220446049250313e-16;

    public static Geometry Of(NiftiHeader header, string name)
    {
        var affine = header.Codes switch
        {
            { Sform: > 0 } => [.. header.Rows, 0, 0, 0, 1],
            { Qform: > 0 } => FromQuaternion(header, name),
            _ => FromSpacing(header),
        };
        return AffineCheck.IsUsable(affine)
            ? new Geometry(affine)
            : throw VolumeError.Of(name, $"its {(header.Codes.Sform > 0 ? "sform" : header.Codes.Qform > 0 ? "qform" : "spacing")} places several voxels at one point");
    }

    private static double[] FromQuaternion(NiftiHeader header, string name)
    {
        var (b, c, d) = (header.Quaternion[0], header.Quaternion[1], header.Quaternion[2]);
        var square = 1 - ((b * b) + (c * c) + (d * d));
        if (!(square >= (header.IsSecond ? -Slack2 : -Slack1)))
            throw VolumeError.Of(name, "the quaternion of its qform is longer than 1 and so no rotation");
        var turn = Quaternion.ToMatrix(Math.Sqrt(Math.Max(square, 0)), b, c, d);
        var (x, y, z) = (Spacing(header, 1), Spacing(header, 2), Spacing(header, 3) * (header.PixDim[0] == -1 ? -1 : 1));
        return
        [
            turn[0] * x, turn[1] * y, turn[2] * z, header.Quaternion[3],
            turn[3] * x, turn[4] * y, turn[5] * z, header.Quaternion[4],
            turn[6] * x, turn[7] * y, turn[8] * z, header.Quaternion[5],
            0, 0, 0, 1,
        ];
    }

    // x rises to the left here: files without an orientation are in radiological order.
    private static double[] FromSpacing(NiftiHeader header)
    {
        Span<double> step = [-Spacing(header, 1), Spacing(header, 2), Spacing(header, 3)];
        var affine = new double[16];
        for (var axis = 0; axis < 3; axis++)
        {
            var size = axis < header.Sizes.Length ? header.Sizes[axis] : 1;
            affine[axis * 5] = step[axis];
            affine[(axis * 4) + 3] = -(size - 1) / 2.0 * step[axis];
        }

        affine[15] = 1;
        return affine;
    }

    // What nibabel makes of spacings that cannot be: 0 is 1, and a sign is dropped.
    private static double Spacing(NiftiHeader header, int axis) =>
        axis > header.Sizes.Length || header.PixDim[axis] == 0 ? 1 : Math.Abs(header.PixDim[axis]);
}
