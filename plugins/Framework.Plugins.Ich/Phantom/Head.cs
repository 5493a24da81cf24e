using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>One subject's anatomy: skull, brain, ventricles and sulci, each a depth in millimetres.</summary>
internal sealed class Head
{
    private readonly Ellipsoid _leftVentricle;
    private readonly Ellipsoid _rightVentricle;
    private readonly Sulci _sulci;

    public Head(RandomStream random)
    {
        Brain = new Ellipsoid(default, new Point(random.Uniform(60, 69), random.Uniform(76, 88), random.Uniform(66, 76)));
        Skull = random.Uniform(5, 8);
        Scalp = random.Uniform(3, 6);
        Angle = random.Uniform(-0.17, 0.17);
        Offset = new Point(random.Uniform(-6, 6), random.Uniform(-6, 6), 0);
        TissueShift = random.Uniform(-2, 2);
        var size = random.Uniform(0.8, 1.35);
        var radii = new Point(6.5 * size, 27 * size, 17 * size);
        _leftVentricle = new Ellipsoid(new Point(10, 4, 8), radii);
        _rightVentricle = new Ellipsoid(new Point(-10, 4, 8), radii);
        _sulci = new Sulci(random.Uniform(9, 13), random.Uniform(1.5, 2.8), random.Uniform(0, 2 * Math.PI));
        CalcifiedPlexus = random.Chance(0.4);
    }

    /// <summary>The inner table of the skull.</summary>
    public Ellipsoid Brain { get; }

    /// <summary>Thickness of the bone.</summary>
    public double Skull { get; }

    /// <summary>Thickness of the scalp.</summary>
    public double Scalp { get; }

    /// <summary>Rotation of the head in the scanner, radians.</summary>
    public double Angle { get; }

    /// <summary>Position of the head in the scanner.</summary>
    public Point Offset { get; }

    /// <summary>Hounsfield units that this subject's soft tissue differs from another's.</summary>
    public double TissueShift { get; }

    /// <summary>Whether the choroid plexus is calcified: bright in every window, and no bleed.</summary>
    public bool CalcifiedPlexus { get; }

    /// <summary>Lowest and highest slice.</summary>
    public (double Low, double High) Extent => (-0.62 * Brain.Radii.Z, 0.86 * Brain.Radii.Z);

    /// <summary>Depth inside the nearer lateral ventricle.</summary>
    public double Ventricle(Point at) => Math.Max(_leftVentricle.Depth(at), _rightVentricle.Depth(at));

    /// <summary>Depth inside the calcified plexus.</summary>
    public static double Plexus(Point at) => 3.2 - Math.Min((at - new Point(11, 22, 4)).Length, (at - new Point(-11, 22, 4)).Length);

    /// <summary>Depth inside a sulcus or the rim of fluid on the cortex.</summary>
    /// <param name="at">The place.</param>
    /// <param name="depth">Its depth below the skull.</param>
    /// <param name="widening">Factor on the width: blood distends a sulcus.</param>
    public double Sulcus(Point at, double depth, double widening) => _sulci.Depth(at, depth, widening);
}
