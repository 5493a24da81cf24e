namespace Framework.Components.Phantoms.Heads;

/// <summary>One subject's head as T1-weighted MRI after contrast shows it: sizes in millimetres, tissues as shares of full brightness.</summary>
/// <remarks>
/// Skull and scalp, cortex, white matter, ventricles and sulci, cerebellum and brainstem in their fluid, clivus, pituitary and suprasellar cistern, dura,
/// falx, superior sagittal and transverse sinuses. Not anatomy to diagnose on: what a network must find lies where it lies in patients.
/// </remarks>
public sealed class Head : IScanned
{
    private const double Bone = 0.06;
    private const double Fluid = 0.16;
    private const double Vessel = 0.95;
    private const double EmptyVessel = 0.12; // flowing blood without a contrast agent
    private const double PlainDura = 0.35;

    private readonly Ellipsoid _brain;
    private readonly Ellipsoid _leftVentricle;
    private readonly Ellipsoid _rightVentricle;
    private readonly Ellipsoid _cerebellum;
    private readonly Ellipsoid _fossa;
    private readonly Ellipsoid _brainstem;
    private readonly Ellipsoid _pons;
    private readonly Ellipsoid _pituitary;
    private readonly Ellipsoid _sella;
    private readonly Ellipsoid _cistern;
    private readonly Ellipsoid _mamillary;
    private readonly Sulci _sulci;
    private readonly double _skull;
    private readonly double _scalp;
    private readonly double _dura;
    private readonly double _duraValue;
    private readonly double _sagittalSinus;
    private readonly double _transverseSinus;
    private readonly double _subdural;

    /// <summary>Draws a head with these signs.</summary>
    /// <param name="random">The subject's stream.</param>
    /// <param name="signs">How far each sign has gone.</param>
    public Head(RandomStream random, HypotensionSigns signs)
    {
        Signs = signs;
        _brain = new Ellipsoid(default, new Point(random.Uniform(61, 69), random.Uniform(76, 87), random.Uniform(63, 71)));
        _skull = random.Uniform(5, 8);
        _scalp = random.Uniform(3, 6);
        var ventricle = random.Uniform(0.8, 1.3);
        var radii = new Point(6.5 * ventricle, 27 * ventricle, 15 * ventricle);
        (_leftVentricle, _rightVentricle) = (new Ellipsoid(new Point(10, 4, 8), radii), new Ellipsoid(new Point(-10, 4, 8), radii));
        _sulci = new Sulci(random.Uniform(9, 13), random.Uniform(1.2, 2.4), random.Uniform(0, 2 * Math.PI));
        Angles = new Point(random.Uniform(-0.12, 0.12), random.Uniform(-0.12, 0.12), random.Uniform(-0.12, 0.12));
        Offset = new Point(random.Uniform(-6, 6), random.Uniform(-6, 6), random.Uniform(-6, 6));

        _dura = random.Uniform(0.5, 0.9) + (2.4 * signs.Dura);
        _duraValue = Math.Min(1, random.Uniform(0.35, 0.5) + (0.5 * signs.Dura));
        _sagittalSinus = random.Uniform(2.8, 3.6) + (2.4 * signs.Veins);
        _transverseSinus = random.Uniform(2.5, 3.4) + (2.4 * signs.Veins);
        _subdural = 5 * signs.Fluid;

        SuprasellarCistern = Math.Max(0.8, random.Uniform(6, 8) - (5 * signs.Sag));
        PrepontineCistern = Math.Max(1, random.Uniform(6.5, 9) - (5 * signs.Sag));
        MamillopontineDistance = Math.Max(1.5, random.Uniform(8, 10) - (5 * signs.Sag));
        var sunk = 4 * signs.Sag;
        _fossa = new Ellipsoid(new Point(0, 6, -44), new Point(25, 25, 30));
        _pons = new Ellipsoid(new Point(0, Clivus(-40) + PrepontineCistern + 12, -40 - sunk), new Point(16, 12, 13));
        _brainstem = new Ellipsoid(_pons.Centre + new Point(0, 4, -4), new Point(11, 9, 32));
        _cerebellum = new Ellipsoid(new Point(0, 44, -38 - sunk), new Point(47, 30, 25));
        _mamillary = new Ellipsoid(new Point(0, _pons.Centre.Y - 7, _pons.Centre.Z + 12 + MamillopontineDistance), new Point(5, 3, 2.5));
        var height = random.Uniform(4.5, 6.5) + (4 * signs.Pituitary);
        _sella = new Ellipsoid(new Point(0, -29, -33), new Point(10, 8, 9));
        _pituitary = new Ellipsoid(new Point(0, -29, -36 + (height / 2)), new Point(7, 5.5, height / 2));
        _cistern = new Ellipsoid(new Point(0, -26, -36 + height + (SuprasellarCistern / 2)), new Point(12, 10, SuprasellarCistern / 2));
    }

    /// <summary>How far each sign has gone.</summary>
    public HypotensionSigns Signs { get; }

    /// <summary>Rotation of the head in the scanner about x, y and z, radians.</summary>
    public Point Angles { get; }

    /// <summary>Position of the head in the scanner, millimetres.</summary>
    public Point Offset { get; }

    /// <summary>A place of the scanner in the head's own axes.</summary>
    public Point ToHead(Point place) => new HeadPose(Offset, Angles).ToHead(place);

    /// <inheritdoc />
    public double Value(Point place, double voxel, bool hasContrast) => Brightness(ToHead(place), voxel, hasContrast);

    /// <summary>Millimetres between pituitary and chiasm.</summary>
    public double SuprasellarCistern { get; }

    /// <summary>Millimetres between clivus and pons.</summary>
    public double PrepontineCistern { get; }

    /// <summary>Millimetres between mamillary bodies and pons.</summary>
    public double MamillopontineDistance { get; }

    /// <summary>Centre of the pons, in the head.</summary>
    public Point Pons => _pons.Centre;

    /// <summary>Centre of the pituitary, in the head.</summary>
    public Point PituitaryGland => _pituitary.Centre;

    /// <summary>The brightness at a place of the head.</summary>
    /// <param name="at">In the head's own axes.</param>
    /// <param name="blur">Millimetres over which one tissue turns into another: the size of a voxel.</param>
    /// <param name="hasContrast">Whether a contrast agent was given.</param>
    /// <returns>0 (air) to about 1 (enhancing vessels).</returns>
    public double Brightness(Point at, double blur, bool hasContrast = true)
    {
        var depth = _brain.Depth(at);
        if (depth < -_skull - _scalp - blur)
            return 0;
        var tissues = new TissueMix(blur);
        tissues.Add(0.72, depth + _skull + _scalp); // fat of the scalp
        tissues.Add(Bone, depth + _skull);
        if (depth < -blur)
            return tissues.Value;
        tissues.Add(0.5, depth);
        tissues.Add(0.62, depth - 9); // white matter
        tissues.Add(Fluid, _sulci.Depth(at, depth, 1));
        tissues.Add(Fluid, Math.Max(_leftVentricle.Depth(at), _rightVentricle.Depth(at)));
        AddPosteriorFossa(ref tissues, at);
        AddSella(ref tissues, at, hasContrast ? 0.85 : 0.55);
        AddDura(ref tissues, at, depth, hasContrast ? _duraValue : PlainDura);
        AddSinuses(ref tissues, at, depth, hasContrast ? Vessel : EmptyVessel);
        return tissues.Value;
    }

    // The back of the clivus, which slopes down and back.
    private static double Clivus(double z) => -17 - (0.45 * (z + 40));

    private void AddPosteriorFossa(ref TissueMix tissues, Point at)
    {
        tissues.Add(Fluid, _fossa.Depth(at));
        tissues.Add(0.54 + (0.05 * Math.Sin(at.Z * 1.3)), _cerebellum.Depth(at));
        tissues.Add(0.58, Math.Max(_pons.Depth(at), _brainstem.Depth(at)));
        tissues.Add(0.55, _mamillary.Depth(at));
        tissues.Add(Bone + 0.25, Math.Min(Math.Min(Clivus(at.Z) - at.Y, 12 - (Clivus(at.Z) - at.Y)), Math.Min(15 - Math.Abs(at.X), Math.Min(-28 - at.Z, at.Z + 66))));
    }

    private void AddSella(ref TissueMix tissues, Point at, double gland)
    {
        tissues.Add(Bone, Math.Min(_sella.Depth(at), -26 - at.Z));
        tissues.Add(Fluid, _cistern.Depth(at));
        tissues.Add(gland, _pituitary.Depth(at));
    }

    private void AddDura(ref TissueMix tissues, Point at, double depth, double dura)
    {
        tissues.Add(Fluid + 0.06, Math.Min(_dura + _subdural - depth, Math.Min(at.Z + 5, _subdural)));
        tissues.Add(dura, _dura - depth);
        tissues.Add(dura, Math.Min((0.6 * _dura) - Math.Abs(at.X), Math.Min(28 - depth, at.Z + 8)));
    }

    private void AddSinuses(ref TissueMix tissues, Point at, double depth, double blood)
    {
        var below = depth - (0.7 * _sagittalSinus);
        tissues.Add(blood, Math.Min(_sagittalSinus - Math.Sqrt((at.X * at.X) + (below * below)), Math.Min(at.Z + 15, at.Y + 60)));
        below = depth - (0.7 * _transverseSinus);
        var height = at.Z + 18;
        tissues.Add(blood, Math.Min(_transverseSinus - Math.Sqrt((height * height) + (below * below)), at.Y - 14));
    }
}
