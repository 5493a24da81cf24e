namespace Framework.Sdk;

/// <summary>Where voxels lie in the patient: an affine from voxel index to millimetres.</summary>
/// <remarks>
/// The affine takes (x, y, z, 1), the index along columns, rows and slices, to RAS+ millimetres: rising towards the
/// patient's right, front and head, as NIfTI has it. DICOM's patient coordinates rise towards left and back: the first two rows change sign.
/// </remarks>
public sealed class Geometry
{
    private readonly double[] _affine;
    private double[]? _inverse;

    /// <summary>Makes a geometry from a row-major 4x4 affine.</summary>
    /// <param name="affine">16 values, row-major; the last row is 0 0 0 1.</param>
    public Geometry(ReadOnlySpan<double> affine)
    {
        if (affine.Length != 16)
            throw new ArgumentException("An affine has 16 values.", nameof(affine));
        _affine = affine.ToArray();
    }

    /// <summary>Spacing 1 mm, axes and origin unknown.</summary>
    public static Geometry Unknown { get; } = new([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);

    /// <summary>The affine, row-major 4x4.</summary>
    public ReadOnlySpan<double> Affine => _affine;

    /// <summary>Millimetres between voxel centres along x, y and z.</summary>
    public (double X, double Y, double Z) Spacing => (ColumnLength(0), ColumnLength(1), ColumnLength(2));

    /// <summary>The geometry of a grid whose voxel (x, y, z) lies at voxel (a x + b) of this one, axis by axis.</summary>
    /// <param name="scale">a for x, y, z: input voxels per output voxel.</param>
    /// <param name="offset">b for x, y, z, in input voxels.</param>
    public Geometry Resample((double X, double Y, double Z) scale, (double X, double Y, double Z) offset) =>
        Compose([scale.X, 0, 0, offset.X, 0, scale.Y, 0, offset.Y, 0, 0, scale.Z, offset.Z, 0, 0, 0, 1]);

    /// <summary>The geometry of a grid whose voxel i lies at voxel (map i) of this one.</summary>
    /// <param name="map">From the new grid's voxels to this one's, row-major 4x4.</param>
    public Geometry Compose(ReadOnlySpan<double> map) => new(Matrix4.Multiply(_affine, map));

    /// <summary>Where a place on the grid lies in the patient.</summary>
    /// <param name="voxel">In voxels; whole numbers are voxel centres.</param>
    public PatientPoint ToPatient(VoxelPoint voxel)
    {
        var (x, y, z) = Matrix4.Apply(_affine, voxel.X, voxel.Y, voxel.Z);
        return new PatientPoint(x, y, z);
    }

    /// <summary>Where a place in the patient lies on the grid, in voxels; it may lie beyond the grid.</summary>
    /// <param name="place">RAS+ millimetres.</param>
    /// <exception cref="DataFormatException">The grid's axes lie in one plane.</exception>
    public VoxelPoint ToVoxel(PatientPoint place)
    {
        var (x, y, z) = Matrix4.Apply(Inverse, place.X, place.Y, place.Z);
        return new VoxelPoint(x, y, z);
    }

    /// <summary>From this grid's voxels to another's, by way of the patient: row-major 4x4.</summary>
    /// <param name="other">The other grid's geometry.</param>
    /// <exception cref="DataFormatException">The other grid's axes lie in one plane.</exception>
    public double[] MapTo(Geometry other) => Matrix4.Multiply(other.Inverse, _affine);

    /// <summary>From the patient's millimetres to voxels, row-major 4x4.</summary>
    internal double[] Inverse => _inverse ??= Matrix4.Invert(_affine);

    private double ColumnLength(int column) =>
        Math.Sqrt((_affine[column] * _affine[column]) + (_affine[column + 4] * _affine[column + 4]) + (_affine[column + 8] * _affine[column + 8]));
}
