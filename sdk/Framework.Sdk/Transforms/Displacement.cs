using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Framework.Sdk;

/// <summary>A smooth displacement within the patient: what is shown at a place is what lay at the place plus the displacement.</summary>
/// <remarks>
/// It is given at the nodes of a grid, linear between them, and beyond the outermost nodes the same as there. To be undone it must not fold:
/// neighbouring nodes' vectors differ by less than the nodes' distance.
/// </remarks>
public sealed class Displacement
{
    private const int Iterations = 60;
    private const double CloseEnough = 1e-5; // millimetres

    private readonly VoxelGrid _nodes;
    private readonly float[] _vectors;

    /// <summary>A displacement by its vectors.</summary>
    /// <param name="nodes">The grid of nodes.</param>
    /// <param name="vectors">One for each node, x fastest, then y, then z: RAS+ millimetres.</param>
    public Displacement(VoxelGrid nodes, IReadOnlyList<PatientPoint> vectors)
    {
        if (vectors.Count != nodes.Width * nodes.Height * nodes.Depth || vectors.Count == 0)
            throw new ArgumentException("A displacement has one vector for each node, and at least one.", nameof(vectors));
        _nodes = nodes;
        _vectors = new float[vectors.Count * 4];
        for (var i = 0; i < vectors.Count; i++)
            (_vectors[i * 4], _vectors[(i * 4) + 1], _vectors[(i * 4) + 2]) = ((float)vectors[i].X, (float)vectors[i].Y, (float)vectors[i].Z);
    }

    /// <summary>The displacement at a place, in millimetres.</summary>
    /// <param name="place">Where something is shown.</param>
    public PatientPoint At(PatientPoint place)
    {
        var node = _nodes.Geometry.ToVoxel(place);
        var vector = AtNode(node.X, node.Y, node.Z);
        return new PatientPoint(vector[0], vector[1], vector[2]);
    }

    /// <summary>Where what lay at a place is shown now.</summary>
    /// <param name="place">Where it lay.</param>
    public PatientPoint Undo(PatientPoint place)
    {
        var shown = place;
        for (var i = 0; i < Iterations; i++)
        {
            var next = place - At(shown);
            var step = (next - shown).Length;
            shown = next;
            if (step < CloseEnough)
                break;
        }

        return shown;
    }

    /// <summary>The cuboid, turned and sized as before, that holds what lay in a box.</summary>
    /// <param name="box">Where it lay.</param>
    public Box Undo(Box box)
    {
        const int Steps = 4;
        Span<double> low = [double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity];
        Span<double> high = [double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity];
        for (var i = 0; i < (Steps + 1) * (Steps + 1) * (Steps + 1); i++)
        {
            var place = new VoxelPoint(i % (Steps + 1) / (double)Steps, i / (Steps + 1) % (Steps + 1) / (double)Steps, i / (Steps + 1) / (Steps + 1) / (double)Steps);
            var shown = box.Extent.ToVoxel(Undo(box.Extent.ToPatient(place)));
            (low[0], low[1], low[2]) = (Math.Min(low[0], shown.X), Math.Min(low[1], shown.Y), Math.Min(low[2], shown.Z));
            (high[0], high[1], high[2]) = (Math.Max(high[0], shown.X), Math.Max(high[1], shown.Y), Math.Max(high[2], shown.Z));
        }

        return box with { Extent = box.Extent.Resample((high[0] - low[0], high[1] - low[1], high[2] - low[2]), (low[0], low[1], low[2])) };
    }

    /// <summary>The displacement that undoes this one: exact at the same nodes, linear between them.</summary>
    public Displacement Inverse()
    {
        var vectors = new List<PatientPoint>(_vectors.Length / 4);
        for (var i = 0; i < _vectors.Length / 4; i++)
        {
            var node = new VoxelPoint(i % _nodes.Width, i / _nodes.Width % _nodes.Height, i / _nodes.Width / _nodes.Height);
            var place = _nodes.Geometry.ToPatient(node);
            vectors.Add(Undo(place) - place);
        }

        return new Displacement(_nodes, vectors);
    }

    /// <summary>From the patient's millimetres to nodes, row-major 4x4.</summary>
    internal double[] ToNode => _nodes.Geometry.Inverse;

    /// <summary>The displacement at a place among the nodes: x, y, z and nothing.</summary>
    internal Vector128<float> AtNode(double x, double y, double z)
    {
        var (left, right, fx) = Between(x, _nodes.Width);
        var (front, back, fy) = Between(y, _nodes.Height);
        var (below, above, fz) = Between(z, _nodes.Depth);
        var (row, plane) = (_nodes.Width, _nodes.Width * _nodes.Height);
        var lower = Mix(Line((below * plane) + (front * row), left, right, fx), Line((below * plane) + (back * row), left, right, fx), fy);
        var upper = Mix(Line((above * plane) + (front * row), left, right, fx), Line((above * plane) + (back * row), left, right, fx), fy);
        return Mix(lower, upper, fz);
    }

    private Vector128<float> Line(int start, int left, int right, float share)
    {
        ref var vectors = ref MemoryMarshal.GetArrayDataReference(_vectors);
        return Mix(Vector128.LoadUnsafe(ref vectors, (nuint)((start + left) * 4)), Vector128.LoadUnsafe(ref vectors, (nuint)((start + right) * 4)), share);
    }

    private static Vector128<float> Mix(Vector128<float> a, Vector128<float> b, float share) => a + ((b - a) * share);

    private static (int Low, int High, float Share) Between(double position, int size)
    {
        position = Math.Clamp(position, 0, size - 1);
        var low = Math.Min((int)position, Math.Max(size - 2, 0));
        return (low, Math.Min(low + 1, size - 1), (float)(position - low));
    }
}
