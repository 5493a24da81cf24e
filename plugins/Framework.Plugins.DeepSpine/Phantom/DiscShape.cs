using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;
using Framework.Sdk;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>A disc and what lies behind it: canal, foramina, ligament, joints. Narrowing is greatest at the disc and ends half way to the next.</summary>
internal sealed class DiscShape
{
    private const double Reach = 9; // how far narrowing reaches along the spine, millimetres
    private static readonly double[] Canals = [1, 0.72, 0.5, 0.28];
    private static readonly double[] Foramina = [1, 0.72, 0.48, 0.24];

    private readonly DiscFindings _findings;
    private readonly SpineBody _frame;
    private readonly double _thickness;
    private readonly double _nucleus;
    private readonly double _canal;
    private readonly double _left;
    private readonly double _right;
    private readonly double _epidural;

    public DiscShape(SpineBody above, SpineBody below, DiscFindings findings, RandomStream random)
    {
        var (top, bottom) = (above.Centre - (above.Up * (above.Height / 2)), below.Centre + (below.Up * (below.Height / 2)));
        _findings = findings;
        _thickness = (top - bottom).Length;
        _frame = new SpineBody((top + bottom) * 0.5, (above.Tilt + below.Tilt) / 2, _thickness, (above.Depth + below.Depth) / 2);
        _nucleus = random.Uniform(0.2, 0.5);
        double Jitter(string name) => random.Derive(name).Uniform(-0.06, 0.06);
        _canal = Canals[findings[Condition.Canal]] + Jitter("canal");
        _left = Foramina[findings[Condition.LeftForaminal]] + Jitter("left");
        _right = Foramina[findings[Condition.RightForaminal]] + Jitter("right");
        _epidural = random.Derive("fat").Uniform(1, 2);
    }

    /// <summary>Its middle, in the scanner.</summary>
    public Point Centre => _frame.Centre;

    /// <summary>Whether a place lies in the disc itself; a bulge is not counted.</summary>
    public bool Holds(Point at)
    {
        var own = _frame.Own(at);
        return Math.Min((_thickness / 2) - Math.Abs(own.Z), _frame.Rim(own, 0)) > 0;
    }

    /// <summary>Millimetres above the disc's plane.</summary>
    public double Height(Point at) => _frame.Own(at).Z;

    /// <summary>Puts the disc itself, with its bulge or osteophytes, over what is there.</summary>
    public void AddDisc(ref TissueMix mix, Point at)
    {
        var own = _frame.Own(at);
        var beyond = _findings[Condition.DiscBulge] == 1 ? 4.5 * Math.Exp(-Square(own.X / 16)) : 0;
        var flat = (_thickness / 2) - 0.6 - Math.Abs(own.Z);
        var inside = Math.Min(flat, own.Y > 0 ? _frame.Rim(own with { Y = own.Y - beyond }, 0) : _frame.Rim(own, 0));
        mix.Add(0.18, inside);
        mix.Add(_nucleus, Math.Min(flat - 1.5, _frame.Rim(own, 6)));
        if (_findings[Condition.DiscOsteophyte] == 1)
            mix.Add(0.03, 3.2 - Distance(own.Y - (_frame.Depth / 2) - 0.5, (Math.Abs(own.Z) - (_thickness / 2)) * 0.8) - Math.Max(0, Math.Abs(own.X) - 14));
    }

    /// <summary>Puts everything behind the disc over what is there.</summary>
    public void Add(ref TissueMix mix, Point at, double fat)
    {
        var own = _frame.Own(at);
        var behind = own with { Y = own.Y - (_frame.Depth / 2) };
        var near = Math.Exp(-Square(own.Z / Reach));
        AddBone(ref mix, behind);
        AddCanal(ref mix, behind, near, fat);
        AddForamen(ref mix, behind, own.X > 0 ? _left : _right, fat);
        AddFacet(ref mix, behind, _findings[own.X > 0 ? Condition.LeftFacet : Condition.RightFacet] == 1);
    }

    // Pedicles and laminae around the canal.
    private static void AddBone(ref TissueMix mix, Point behind)
    {
        if (behind.Y < -2 || Math.Abs(behind.X) > 24 || behind.Y > 32)
            return;
        mix.Add(0.3, Math.Min(24 - Math.Abs(behind.X), 26 - behind.Y));
    }

    // The thecal sac within epidural fat. Narrowing takes the canal from all sides, so that dark disc, bone and ligament lie where fat and sac were; lipomatosis takes the sac alone and leaves bright
    // fat there. The ligament lies behind.
    private void AddCanal(ref TissueMix mix, Point behind, double near, double fat)
    {
        const double Deep = 9.5;
        const double Wide = 12.5;
        var middle = behind with { Y = behind.Y - Deep };
        mix.Add(0.12, (1 - Distance(middle.X / (Wide + 2), middle.Y / (Deep + 1))) * Deep);
        var thick = (_findings[Condition.Flavum] == 1 ? 5.5 : 1.5) * near;
        var cushion = (_findings[Condition.Lipomatosis] == 1 ? 5.0 : _epidural) * Math.Exp(-Square(behind.Z / 16));
        var narrow = 1 - ((1 - _canal) * near);
        var (canalDeep, canalWide) = (Deep * narrow, Wide * Math.Sqrt(narrow));
        mix.Add(fat, ((1 - Distance(middle.X / canalWide, middle.Y / canalDeep)) * canalDeep) - (middle.Y > 0 ? thick : 0));
        var (deep, wide) = ((Deep - 1 - (cushion / 3)) * narrow, (Wide - 1.5) * Math.Sqrt(narrow));
        mix.Add(1, (1 - Distance(middle.X / wide, (middle.Y + (((cushion / 3) + (thick / 4)) * narrow)) / deep)) * deep);
        mix.Add(0.45, 2.2 * narrow - Distance(middle.X / 2, middle.Y - (deep / 3)));
    }

    // A keyhole of fat around the root, between the pedicles.
    private static void AddForamen(ref TissueMix mix, Point behind, double open, double fat)
    {
        var side = 4.5 - Math.Abs(Math.Abs(behind.X) - 18);
        var (y, z) = (behind.Y - 6, behind.Z - 5);
        mix.Add(0.14, Math.Min(side + 1, (1 - Distance(y / 7.5, z / 11)) * 7.5));
        mix.Add(fat + 0.1, Math.Min(side, (1 - Distance(y / (6.5 * open), z / (10 * open))) * 6.5 * open));
        mix.Add(0.35, Math.Min(side, (2.4 * Math.Sqrt(open)) - Distance(y, z - (2 * open))));
    }

    // Two dark facets with a line of fluid; arthropathy makes them large.
    private static void AddFacet(ref TissueMix mix, Point behind, bool isDiseased)
    {
        var (x, y) = (Math.Abs(behind.X) - 17, behind.Y - 20);
        var size = isDiseased ? 9.5 : 5.5;
        var inside = size - Distance(x, Distance(y, behind.Z * 0.55));
        mix.Add(0.08, inside);
        mix.Add(isDiseased ? 0.55 : 0.8, Math.Min(inside - 1, (isDiseased ? 0.7 : 1.3) - Math.Abs(x + (0.4 * y))));
    }

    private static double Distance(double a, double b) => Math.Sqrt((a * a) + (b * b));

    private static double Square(double value) => value * value;
}
