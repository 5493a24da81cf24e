using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>What a disease did to a brain: microbleeds whose number and place follow it, and patches of changed white matter.</summary>
/// <param name="Microbleeds">Farther from each other than they are large.</param>
/// <param name="Patches">Brighter than white matter.</param>
internal sealed record Lesions(IReadOnlyList<Microbleed> Microbleeds, IReadOnlyList<Ellipsoid> Patches)
{
    private const int Tries = 200;

    /// <summary>Draws a patient's.</summary>
    public static Lesions Draw(Disease disease, SwiAnatomy anatomy, CmbCsvdPhantomOptions options, RandomStream random)
    {
        var (deep, lobar) = Numbers(disease, options, random.Derive("numbers"));
        var severity = disease == Disease.Cadasil ? random.Uniform(0.7, 1) : random.Uniform(0, 0.3);
        var bleeds = new List<Microbleed>();
        foreach (var isDeep in Enumerable.Repeat(true, deep).Concat(Enumerable.Repeat(false, lobar)))
            Add(bleeds, isDeep, anatomy, options, random.Derive("bleed").Derive(bleeds.Count + (isDeep ? 0 : 1000)));
        return new Lesions(bleeds, [.. Changes(severity, random.Derive("white matter"))]);
    }

    /// <summary>Whether a place counts as deep: basal ganglia, thalamus, inner and outer capsule, or brainstem.</summary>
    public static bool IsDeep(Point at) => Math.Abs(at.X) < 34 && at.Y is > -22 and < 30 && at.Z is > -16 and < 17 || new Ellipsoid(new Point(0, 18, -42), new Point(13, 11, 29)).Depth(at) > 0;

    private static (int Deep, int Lobar) Numbers(Disease disease, CmbCsvdPhantomOptions options, RandomStream random)
    {
        if (random.Chance(options.WithoutMicrobleeds))
            return (0, 0);
        int Many() => Math.Clamp((int)Math.Round(options.Microbleeds * Math.Exp(0.5 * random.Normal())), 2, 40);
        int Few() => random.Chance(0.15) ? 1 : 0;
        return disease switch
        {
            Disease.Asvd => (Many(), Few()),
            Disease.Caa => (Few(), Many()),
            _ => ((Many() + 1) / 2, (Many() + 1) / 2),
        };
    }

    private static void Add(List<Microbleed> bleeds, bool isDeep, SwiAnatomy anatomy, CmbCsvdPhantomOptions options, RandomStream random)
    {
        var (least, most) = (options.Diameter[0] / 2, options.Diameter[1] / 2);
        var radius = least + ((most - least) * Math.Pow(random.NextDouble(), 2));
        for (var trial = 0; trial < Tries; trial++)
        {
            var bleed = new Microbleed(isDeep ? Deep(random) : Lobar(anatomy, random), radius);
            if (!IsFree(bleed, bleeds, anatomy))
                continue;
            bleeds.Add(bleed);
            return;
        }
    }

    private static bool IsFree(Microbleed bleed, List<Microbleed> bleeds, SwiAnatomy anatomy) =>
        anatomy.Brain.Depth(bleed.Centre) > bleed.Radius + 2
        && anatomy.Ventricles.All(ventricle => ventricle.Depth(bleed.Centre) < -bleed.Radius)
        && bleeds.All(other => (other.Centre - bleed.Centre).Length > other.Radius + bleed.Radius + 5)
        && anatomy.Veins.All(vein => vein.Depth(bleed.Centre) < -bleed.Radius - 1)
        && anatomy.Calcifications.All(own => (own.Centre - bleed.Centre).Length > own.Radius + bleed.Radius + 3);

    private static Point Deep(RandomStream random)
    {
        if (random.Chance(0.15))
            return new Point(random.Uniform(-7, 7), random.Uniform(13, 23), random.Uniform(-54, -30));
        var side = random.Chance(0.5) ? 1 : -1;
        return new Point(side * random.Uniform(8, 30), random.Uniform(-18, 26), random.Uniform(-12, 14));
    }

    private static Point Lobar(SwiAnatomy anatomy, RandomStream random)
    {
        while (true)
        {
            var (turn, tilt) = (random.Uniform(0, 2 * Math.PI), Math.Asin(random.Uniform(-0.2, 0.95)));
            var surface = anatomy.Brain.Surface(new Point(Math.Cos(turn) * Math.Cos(tilt), Math.Sin(turn) * Math.Cos(tilt), Math.Sin(tilt)));
            var place = surface * (1 - (random.Uniform(7, 22) / surface.Length));
            if (!IsDeep(place) && Math.Abs(place.X) > 5)
                return place;
        }
    }

    // Beside the ventricles and, where it is severe, in the temporal poles and outer capsules.
    private static IEnumerable<Ellipsoid> Changes(double severity, RandomStream random)
    {
        foreach (var side in (int[])[1, -1])
        {
            for (var patch = 0; patch < (int)Math.Round(7 * severity); patch++)
            {
                var size = random.Uniform(0.6, 1) * severity;
                yield return new Ellipsoid(new Point(side * random.Uniform(20, 32), random.Uniform(-38, 44), random.Uniform(14, 34)), new Point(9 * size, 13 * size, 8 * size));
            }

            if (severity > 0.6)
                yield return new Ellipsoid(new Point(side * 34, -38, -22), new Point(10, 11, 9));
        }
    }
}
