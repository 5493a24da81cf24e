using Framework.Components.Phantoms;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Draws one slice of a head in Hounsfield units and measures each bleed on it.</summary>
internal sealed class SliceRenderer(Head head, IReadOnlyList<Bleed> bleeds, int size, double pixel)
{
    private const double Air = -1000;

    /// <summary>What looks like bleeds and is none.</summary>
    public IReadOnlyList<Artefact> Artefacts { get; init; } = [];

    /// <summary>Draws the slice.</summary>
    /// <param name="z">Its height, millimetres.</param>
    /// <param name="noise">The slice's stream.</param>
    /// <param name="sd">Standard deviation of the noise, Hounsfield units.</param>
    /// <param name="areas">Receives the area of each bleed in square millimetres.</param>
    /// <returns>Hounsfield units, row-major.</returns>
    public float[] Draw(double z, RandomStream noise, double sd, Span<double> areas)
    {
        var slice = new float[size * size];
        areas.Clear();
        var (sin, cos) = Math.SinCos(head.Angle);
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var x = ((column - ((size - 1) / 2.0)) * pixel) - head.Offset.X;
                var y = ((row - ((size - 1) / 2.0)) * pixel) - head.Offset.Y;
                var at = new Point((x * cos) + (y * sin), (y * cos) - (x * sin), z);
                slice[(row * size) + column] = (float)(Value(at, areas) + (sd * noise.Normal()));
            }
        }

        return slice;
    }

    private double Value(Point at, Span<double> areas)
    {
        var depth = head.Brain.Depth(at);
        if (depth < -head.Skull - head.Scalp - pixel)
            return Air;
        if (depth < -pixel)
            return Mix(Mix(Air, 10, depth + head.Skull + head.Scalp), Bone(depth), depth + head.Skull);
        return Mix(Bone(depth), Soft(at, depth, areas), depth);
    }

    /// <summary>Two dense tables with spongy bone between them.</summary>
    private double Bone(double depth)
    {
        var across = (depth + (head.Skull / 2)) / (head.Skull / 2);
        return 600 + (500 * across * across);
    }

    private double Soft(Point at, double depth, Span<double> areas)
    {
        var value = Mix(Mix(28, 37, 9 - depth), 8, head.Sulcus(at, depth, 1)); // white matter, cortex, cerebrospinal fluid
        value = Mix(value, 37, 13 - (at - new Point(24 * Math.Sign(at.X), -4, 0)).Length); // basal ganglia
        value = Mix(value, 46, Math.Min(1 - Math.Abs(at.X), 24 - depth)); // falx
        value = Mix(value, 6, head.Ventricle(at)) + head.TissueShift;
        for (var i = 0; i < bleeds.Count; i++)
        {
            var inside = bleeds[i].Depth(head, at, depth);
            value = Show(value, bleeds[i], inside, depth, double.PositiveInfinity);
            areas[i] += Cover(Math.Min(inside, depth)) * pixel * pixel;
        }

        foreach (var artefact in Artefacts)
            value = Show(value, artefact.Like, artefact.Like.Depth(head, at, depth), depth, artefact.Within(at));
        return head.CalcifiedPlexus ? Mix(value, 130, Head.Plexus(at)) : value;
    }

    /// <summary>A bleed, or what looks like one, over the tissue that it lies in.</summary>
    private double Show(double value, Bleed bleed, double inside, double depth, double within)
    {
        if (bleed.Edema > 0)
            value = Mix(value, Math.Min(value, 20), Math.Min(Math.Min(inside + bleed.Edema, depth - 2), within));
        return Mix(value, bleed.Hounsfield, Math.Min(inside, within));
    }

    /// <summary>From one tissue to another over the width of a pixel: the partial volume effect.</summary>
    private double Mix(double outside, double inside, double depth) => outside + ((inside - outside) * Cover(depth));

    private double Cover(double depth) => Math.Clamp((depth / pixel) + 0.5, 0, 1);
}
