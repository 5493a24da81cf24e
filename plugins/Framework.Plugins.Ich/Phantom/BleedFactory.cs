using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Places bleeds at random where each sub-type occurs.</summary>
internal static class BleedFactory
{
    /// <summary>This share of a bleeding head's slices shows the bleed, counted on 400 heads each; makes subject odds from slice prevalence.</summary>
    private static readonly Dictionary<string, double> Share = new()
    {
        ["epidural"] = 0.63,
        ["intraparenchymal"] = 0.27,
        ["intraventricular"] = 0.30,
        ["subarachnoid"] = 0.82,
        ["subdural"] = 0.87,
    };

    /// <summary>The sub-types in the order of the RSNA labels, without <c>any</c>.</summary>
    public static IReadOnlyCollection<string> Subtypes => Share.Keys;

    /// <summary>The bleeds of one subject.</summary>
    public static List<Bleed> Draw(IReadOnlyDictionary<string, double> prevalence, Head head, RandomStream random)
    {
        var bleeds = new List<Bleed>();
        foreach (var (subtype, share) in Share)
        {
            var stream = random.Derive(subtype);
            if (stream.Chance(prevalence.GetValueOrDefault(subtype) / share))
                bleeds.Add(Make(subtype, head, stream));
        }

        return bleeds;
    }

    /// <summary>A bleed of one sub-type.</summary>
    public static Bleed Make(string subtype, Head head, RandomStream random)
    {
        var hounsfield = random.Uniform(60, 80);
        switch (subtype)
        {
            case "epidural":
                var radius = random.Uniform(36, 52);
                var outward = Direction(random, -0.2, 0.5);
                var thickness = random.Uniform(16, 26);
                return new EpiduralBleed(head.Brain.Surface(outward) + (outward * (radius - thickness)), radius) { Hounsfield = hounsfield };
            case "subdural":
                return new SubduralBleed(random.Uniform(0, 2 * Math.PI), random.Uniform(0.9, 1.6), random.Uniform(-5, 35), random.Uniform(38, 55), random.Uniform(8, 15)) { Hounsfield = hounsfield };
            case "subarachnoid":
                return new SubarachnoidBleed(head.Brain.Surface(Direction(random, -0.3, 0.6)), random.Uniform(45, 65)) { Hounsfield = hounsfield };
            case "intraventricular":
                return new IntraventricularBleed(random.Uniform(-2, 14)) { Hounsfield = hounsfield };
            default:
                var size = random.Uniform(11, 19);
                var radii = new Point(size * random.Uniform(0.8, 1.2), size * random.Uniform(0.8, 1.3), size * random.Uniform(0.8, 1.1));
                var centre = Direction(random, -0.3, 0.6) * random.Uniform(22, 38);
                return new IntraparenchymalBleed(new Ellipsoid(centre, radii), random.Next(3) + 3, random.Uniform(0, 6.28)) { Hounsfield = hounsfield };
        }
    }

    /// <summary>A unit vector with its height in a range.</summary>
    private static Point Direction(RandomStream random, double low, double high)
    {
        var z = random.Uniform(low, high);
        var angle = random.Uniform(0, 2 * Math.PI);
        var across = Math.Sqrt(1 - (z * z));
        return new Point(across * Math.Cos(angle), across * Math.Sin(angle), z);
    }
}
