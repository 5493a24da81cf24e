namespace Framework.Components.Phantoms.Heads;

/// <summary>A series to be scanned: where its voxels lie, and what its headers say.</summary>
public sealed record MrSeries
{
    /// <summary>Series Number, from 1; also the name of its folder.</summary>
    public required int Number { get; init; }

    /// <summary>Series Description.</summary>
    public required string Description { get; init; }

    /// <summary>How the slices lie.</summary>
    public required MrPlane Plane { get; init; }

    /// <summary>Rows and columns.</summary>
    public required int Size { get; init; }

    /// <summary>Number of slices.</summary>
    public required int Slices { get; init; }

    /// <summary>Millimetres between columns and between rows.</summary>
    public required double Pixel { get; init; }

    /// <summary>Millimetres between slices, which have no gaps.</summary>
    public required double Spacing { get; init; }

    /// <summary>Place of the middle of the stack, in the scanner.</summary>
    public Point Centre { get; init; } = new(0, 0, -4);

    /// <summary>Scanning Sequence: SE (spin echo), GR (gradient recalled)...</summary>
    public string Sequence { get; init; } = "SE";

    /// <summary>Whether a contrast agent was given: without one, vessels, dura and pituitary are dim.</summary>
    public bool HasContrast { get; init; } = true;

    /// <summary>From one column to the next, from one row to the next, from one slice to the next: unit vectors in the scanner.</summary>
    public (Point Column, Point Row, Point Slice) Axes => Plane switch
    {
        MrPlane.Axial => (new(1, 0, 0), new(0, 1, 0), new(0, 0, 1)),
        MrPlane.Coronal => (new(1, 0, 0), new(0, 0, -1), new(0, 1, 0)),
        _ => (new(0, 1, 0), new(0, 0, -1), new(-1, 0, 0)),
    };

    /// <summary>Where the voxels (column, row, slice) lie, in RAS+ millimetres.</summary>
    public Geometry Geometry
    {
        get
        {
            var (column, row, slice) = Axes;
            var (x, y, z, corner) = (column * Pixel, row * Pixel, slice * Spacing, Corner(0));
            return new Geometry([-x.X, -y.X, -z.X, -corner.X, -x.Y, -y.Y, -z.Y, -corner.Y, x.Z, y.Z, z.Z, corner.Z, 0, 0, 0, 1]);
        }
    }

    /// <summary>The middle of the first voxel of a slice, in the scanner.</summary>
    public Point Corner(int slice)
    {
        var (column, row, normal) = Axes;
        var half = -(Size - 1) / 2.0 * Pixel;
        return Centre + (column * half) + (row * half) + (normal * ((slice - ((Slices - 1) / 2.0)) * Spacing));
    }
}
