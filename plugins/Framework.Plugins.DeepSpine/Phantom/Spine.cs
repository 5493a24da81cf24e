using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>One patient's lumbar spine as T2-weighted MRI shows it: T11 to the sacrum in a lordotic curve, with what there is at each disc.</summary>
/// <remarks>
/// Bodies, discs, the thecal sac in its canal, epidural fat, ligamentum flavum, neural foramina with their roots, facet joints, muscle and fat. Not anatomy to
/// diagnose on: what a network must find lies where it lies in patients.
/// </remarks>
internal sealed class Spine : IScanned
{
    private const int FirstLumbar = 2; // after T11 and T12
    private static readonly double[] Tilts = [0.20, 0.20, 0.18, 0.12, 0.02, -0.12, -0.32, -0.66, -0.78, -0.85];

    private readonly SpineBody[] _bodies;
    private readonly DiscShape[] _discs;
    private readonly double _marrow;
    private readonly double _fat;

    /// <summary>Draws a spine with these findings.</summary>
    /// <param name="random">The subject's stream.</param>
    /// <param name="findings">What there is at L1-L2 ... L5-S1.</param>
    public Spine(RandomStream random, IReadOnlyList<DiscFindings> findings)
    {
        (_marrow, _fat) = (random.Uniform(0.38, 0.5), random.Uniform(0.62, 0.75));
        _bodies = Bodies(random);
        _discs = [.. Enumerable.Range(0, DiscLevel.Count).Select(level => new DiscShape(_bodies[FirstLumbar + level], _bodies[FirstLumbar + level + 1], findings[level], random.Derive("disc").Derive(level)))];
    }

    /// <summary>Middle of a disc, in the scanner; 0 is L1-L2.</summary>
    public Point Disc(int level) => _discs[level].Centre;

    /// <summary>1 in a vertebral body, 2 in the sacrum, 0 elsewhere.</summary>
    public int ClassOf(Point at)
    {
        for (var i = 0; i < _bodies.Length; i++)
        {
            if (Math.Abs(at.Z - _bodies[i].Centre.Z) < 40 && _bodies[i].Inside(_bodies[i].Own(at)) > 0)
                return i > FirstLumbar + 4 ? 2 : 1;
        }

        return 0;
    }

    /// <summary>1 in the disc L1-L2, 2 in L2-L3 ... 5 in L5-S1, 0 elsewhere.</summary>
    public int LevelOf(Point at) => Array.FindIndex(_discs, disc => disc.Holds(at)) + 1;

    /// <inheritdoc />
    public double Value(Point place, double voxel, bool hasContrast)
    {
        var mix = new TissueMix(voxel);
        mix.Add(Math.Abs(place.X) > 20 || IsBehind(place) ? 0.22 : _fat, 100);
        if (Math.Abs(place.X - _bodies[0].Centre.X) > 30)
            return mix.Value;
        var disc = NearestDisc(place);
        disc.Add(ref mix, place, _fat);
        foreach (var body in _bodies)
        {
            if (Math.Abs(place.Z - body.Centre.Z) > 40)
                continue;
            var inside = body.Inside(body.Own(place));
            mix.Add(0.1, inside + 1);
            mix.Add(_marrow, inside);
        }

        disc.AddDisc(ref mix, place);
        return mix.Value;
    }

    private static SpineBody[] Bodies(RandomStream random)
    {
        var (tilt, size) = (random.Uniform(-0.06, 0.06), random.Uniform(0.92, 1.06));
        var bodies = new SpineBody[Tilts.Length];
        var l3 = FirstLumbar + 2;
        var centre = new Point(random.Uniform(-2, 2), random.Uniform(-14, -6), random.Uniform(4, 14));
        double Tilt(int i) => Tilts[i] + tilt + (0.03 * (random.Derive("tilt").Derive(i).NextDouble() - 0.5));
        bodies[l3] = new SpineBody(centre, Tilt(l3), 27 * size, 34 * size);
        for (var i = l3 - 1; i >= 0; i--)
            bodies[i] = Beside(bodies[i + 1], Tilt(i), 1, i, size);
        for (var i = l3 + 1; i < bodies.Length; i++)
            bodies[i] = Beside(bodies[i - 1], Tilt(i), -1, i, size);
        return bodies;
    }

    private static SpineBody Beside(SpineBody body, double tilt, int way, int number, double size)
    {
        var isSacrum = number > FirstLumbar + 4;
        var next = new SpineBody(default, tilt, (number < FirstLumbar ? 23 : isSacrum ? 25 - (2 * (number - FirstLumbar - 5)) : 27) * size, (isSacrum ? 32 - (6 * (number - FirstLumbar - 5)) : 34) * size);
        var gap = number > FirstLumbar + 5 ? -1 : number < FirstLumbar ? 6 : 9.5;
        var edge = body.Centre + (body.Up * (way * ((body.Height / 2) + (gap / 2))));
        return next with { Centre = edge + (next.Up * (way * ((next.Height / 2) + (gap / 2)))) };
    }

    private bool IsBehind(Point at) => Nearest(at).Own(at).Y > 20;

    private SpineBody Nearest(Point at) => _bodies[NearestOf(_bodies.Length, i => Math.Abs(_bodies[i].Own(at).Z))];

    private DiscShape NearestDisc(Point at) => _discs[NearestOf(_discs.Length, i => Math.Abs(_discs[i].Height(at)))];

    private static int NearestOf(int count, Func<int, double> distance)
    {
        var (best, least) = (0, double.MaxValue);
        for (var i = 0; i < count; i++)
        {
            if (distance(i) is var own && own < least)
                (best, least) = (i, own);
        }

        return best;
    }
}
