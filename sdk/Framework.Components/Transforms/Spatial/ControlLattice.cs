namespace Framework.Components.Transforms.Spatial;

/// <summary>Random vectors at control points over a grid, and the cubic B-spline through them at four nodes a control point.</summary>
internal sealed class ControlLattice
{
    private const int NodesPerPoint = 4;

    private readonly (int X, int Y, int Z) _points;
    private readonly PatientPoint[] _vectors;

    private ControlLattice(VoxelGrid nodes, (PatientPoint X, PatientPoint Y, PatientPoint Z) ways, RandomStream random)
    {
        // The spline at a node looks at the control point before it and two after.
        int Points(int count) => count == 1 ? 1 : ((count - 1) / NodesPerPoint) + 4;
        _points = (Points(nodes.Width), Points(nodes.Height), Points(nodes.Depth));
        _vectors = new PatientPoint[_points.X * _points.Y * _points.Z];
        for (var i = 0; i < _vectors.Length; i++)
            _vectors[i] = (random.Uniform(-1, 1) * ways.X) + (random.Uniform(-1, 1) * ways.Y) + (random.Uniform(-1, 1) * ways.Z);
    }

    /// <summary>A displacement over the whole grid.</summary>
    public static Displacement Draw(VoxelGrid grid, ElasticOptions options, RandomStream random)
    {
        var (spacing, step) = (grid.Geometry.Spacing, options.Spacing / NodesPerPoint);
        if (!(spacing.X > 0 && spacing.Y > 0 && spacing.Z > 0))
            throw new DataFormatException("the distance between the image's voxels is 0 mm along an axis. Correct the spacing in its header.");
        int Nodes(int size, double distance) => size == 1 ? 1 : (int)Math.Ceiling((size - 1) * distance / step) + 1;
        var geometry = grid.Geometry.Resample((step / spacing.X, step / spacing.Y, step / spacing.Z), (0, 0, 0));
        var nodes = new VoxelGrid(3, (Nodes(grid.Width, spacing.X), Nodes(grid.Height, spacing.Y), Nodes(grid.Depth, spacing.Z)), geometry);
        PatientPoint Way(int x, int y, int z, int size) =>
            size == 1 ? default : options.Magnitude / step * (geometry.ToPatient(new VoxelPoint(x, y, z)) - geometry.ToPatient(default));
        var ways = (Way(1, 0, 0, grid.Width), Way(0, 1, 0, grid.Height), Way(0, 0, 1, grid.Depth));
        return new ControlLattice(nodes, ways, random).At(nodes);
    }

    private Displacement At(VoxelGrid nodes)
    {
        var vectors = new List<PatientPoint>(nodes.Width * nodes.Height * nodes.Depth);
        Span<double> weights = stackalloc double[12];
        for (var z = 0; z < nodes.Depth; z++)
        {
            Weights(z, nodes.Depth, weights[8..]);
            for (var y = 0; y < nodes.Height; y++)
            {
                Weights(y, nodes.Height, weights[4..8]);
                for (var x = 0; x < nodes.Width; x++)
                {
                    Weights(x, nodes.Width, weights[..4]);
                    vectors.Add(Sum((x / NodesPerPoint, y / NodesPerPoint, z / NodesPerPoint), weights));
                }
            }
        }

        return new Displacement(nodes, vectors);
    }

    private PatientPoint Sum((int X, int Y, int Z) first, ReadOnlySpan<double> weights)
    {
        var sum = default(PatientPoint);
        for (var k = 0; k < 4; k++)
        {
            for (var j = 0; j < 4; j++)
            {
                var share = weights[8 + k] * weights[4 + j];
                if (share == 0)
                    continue;
                var row = (((first.Z + k) * _points.Y) + first.Y + j) * _points.X;
                for (var i = 0; i < 4; i++)
                {
                    if (weights[i] != 0)
                        sum += share * weights[i] * _vectors[row + first.X + i];
                }
            }
        }

        return sum;
    }

    // Cubic B-spline; an axis of one node has one point.
    private static void Weights(int node, int nodes, Span<double> weights)
    {
        var t = node % NodesPerPoint / (double)NodesPerPoint;
        weights.Clear();
        if (nodes == 1)
        {
            weights[0] = 1;
            return;
        }

        weights[0] = (1 - t) * (1 - t) * (1 - t) / 6;
        weights[1] = (4 - (6 * t * t) + (3 * t * t * t)) / 6;
        weights[2] = (1 + (3 * t) + (3 * t * t) - (3 * t * t * t)) / 6;
        weights[3] = t * t * t / 6;
    }
}
