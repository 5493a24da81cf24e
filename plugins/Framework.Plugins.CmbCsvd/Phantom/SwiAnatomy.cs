using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>The parts of a head that every susceptibility-weighted scan of a subject shows, whatever the disease. Sizes in millimetres.</summary>
internal sealed class SwiAnatomy
{
    /// <summary>Draws a subject's.</summary>
    public SwiAnatomy(RandomStream random)
    {
        Brain = new Ellipsoid(default, new Point(random.Uniform(61, 69), random.Uniform(76, 87), random.Uniform(63, 71)));
        (Skull, Scalp) = (random.Uniform(5, 8), random.Uniform(3, 6));
        Sulci = new Sulci(random.Uniform(9, 13), random.Uniform(1.2, 2.4), random.Uniform(0, 2 * Math.PI));
        var size = random.Uniform(0.8, 1.4);
        var radii = new Point(6.5 * size, 27 * size, 15 * size);
        Ventricles = [new(new Point(10, 4, 8), radii), new(new Point(-10, 4, 8), radii)];
        Pallida = [new(new Point(20, -2, -2), new Point(4, 8, 6)), new(new Point(-20, -2, -2), new Point(4, 8, 6))];
        Cerebellum = new Ellipsoid(new Point(0, 44, -38), new Point(47, 30, 25));
        Brainstem = new Ellipsoid(new Point(0, 18, -42), new Point(12, 10, 28));
        Veins = [.. Cortical(random.Derive("cortical")), .. Medullary(random.Derive("medullary")), .. Inner(random.Derive("inner"))];
        Calcifications = [.. Calcified(random.Derive("calcifications"))];
    }

    public Ellipsoid Brain { get; }

    public double Skull { get; }

    public double Scalp { get; }

    public Sulci Sulci { get; }

    public IReadOnlyList<Ellipsoid> Ventricles { get; }

    /// <summary>Nuclei that hold iron and are a little darker.</summary>
    public IReadOnlyList<Ellipsoid> Pallida { get; }

    public Ellipsoid Cerebellum { get; }

    public Ellipsoid Brainstem { get; }

    /// <summary>Tubes that look like microbleeds in a single slice, and run on in the next.</summary>
    public IReadOnlyList<Vein> Veins { get; }

    /// <summary>Dark balls with sharp edges and a bright rim, in the choroid plexus, the pineal gland and the falx.</summary>
    public IReadOnlyList<(Point Centre, double Radius)> Calcifications { get; }

    // Along the surface, a few millimetres below it, and down into a fold at the end.
    private IEnumerable<Vein> Cortical(RandomStream random)
    {
        for (var vein = 0; vein < 26; vein++)
        {
            var (turn, tilt) = (random.Uniform(0, 2 * Math.PI), random.Uniform(-0.35, 1.2));
            var (step, climb) = (random.Uniform(-0.14, 0.14), random.Uniform(-0.16, 0.16));
            var (radius, depth) = (random.Uniform(0.8, 1.7), random.Uniform(1, 5));
            var from = Below(turn, tilt, depth);
            for (var piece = 1; piece <= 4; piece++)
            {
                var to = Below(turn + (piece * step), tilt + (piece * climb), piece == 4 ? depth + random.Uniform(4, 14) : depth + random.Uniform(-1, 2));
                yield return new Vein(from, to, radius);
                from = to;
            }
        }
    }

    // From the ventricles out into the white matter.
    private static IEnumerable<Vein> Medullary(RandomStream random)
    {
        for (var vein = 0; vein < 14; vein++)
        {
            var side = vein % 2 == 0 ? 1 : -1;
            var from = new Point(side * random.Uniform(12, 17), random.Uniform(-18, 26), random.Uniform(4, 20));
            yield return new Vein(from, from + new Point(side * random.Uniform(12, 24), random.Uniform(-8, 8), random.Uniform(-3, 14)), random.Uniform(0.5, 0.9));
        }
    }

    // The internal cerebral veins beside the midline, and those that join them.
    private static IEnumerable<Vein> Inner(RandomStream random)
    {
        foreach (var side in (int[])[1, -1])
        {
            var (front, back) = (new Point(side * 2.5, random.Uniform(-14, -8), 0), new Point(side * 2, random.Uniform(24, 30), 3));
            yield return new Vein(front, back, random.Uniform(1, 1.5));
            yield return new Vein(front, front + new Point(side * random.Uniform(9, 14), random.Uniform(-4, 4), random.Uniform(4, 10)), random.Uniform(0.8, 1.2));
            yield return new Vein(back, back + new Point(side * random.Uniform(14, 22), random.Uniform(-20, -8), random.Uniform(-20, -12)), random.Uniform(0.9, 1.4));
        }
    }

    private static IEnumerable<(Point Centre, double Radius)> Calcified(RandomStream random)
    {
        if (random.Chance(0.6))
            yield return (new Point(random.Uniform(-1, 1), 30, 2), random.Uniform(1.5, 2.6));
        foreach (var side in (int[])[1, -1])
        {
            if (random.Chance(0.6))
                yield return (new Point(side * random.Uniform(9, 13), random.Uniform(12, 24), random.Uniform(2, 8)), random.Uniform(1.2, 2.4));
        }

        if (random.Chance(0.4))
            yield return (new Point(0, random.Uniform(-40, 30), random.Uniform(40, 52)), random.Uniform(1.5, 3));
    }

    private Point Below(double turn, double tilt, double depth)
    {
        var surface = Brain.Surface(new Point(Math.Cos(turn) * Math.Cos(tilt), Math.Sin(turn) * Math.Cos(tilt), Math.Sin(tilt)));
        return surface * (1 - (depth / surface.Length));
    }
}
