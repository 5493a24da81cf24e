using Framework.Components.Phantoms;

namespace Framework.Plugins.Ich.Phantom;

/// <summary>Between skull and dura: a lens, bulging inwards.</summary>
internal sealed class EpiduralBleed(Point centre, double radius) : Bleed
{
    public override string Subtype => "epidural";

    public override double Depth(Head head, Point at, double depth) => Math.Min(depth, radius - (at - centre).Length);
}

/// <summary>Below the dura: a crescent along the inner table.</summary>
internal sealed class SubduralBleed(double angle, double width, double level, double height, double thickness) : Bleed
{
    public override string Subtype => "subdural";

    public override double Depth(Head head, Point at, double depth)
    {
        var turn = Math.IEEERemainder(Math.Atan2(at.Y, at.X) - angle, 2 * Math.PI) / width;
        var rise = (at.Z - level) / height;
        var here = thickness * Math.Min(1 - (turn * turn), 1 - (rise * rise));
        return Math.Min(depth, here - depth);
    }
}

/// <summary>In the sulci and on the cortex of one region.</summary>
internal sealed class SubarachnoidBleed(Point centre, double radius) : Bleed
{
    public override string Subtype => "subarachnoid";

    public override double Depth(Head head, Point at, double depth) =>
        Math.Min(Math.Min(head.Sulcus(at, depth, 1.9), depth), radius - (at - centre).Length);
}

/// <summary>In the ventricles, settled towards the back of a head that lies on it.</summary>
internal sealed class IntraventricularBleed(double level) : Bleed
{
    public override string Subtype => "intraventricular";

    public override double Depth(Head head, Point at, double depth) => Math.Min(head.Ventricle(at), at.Y - level);
}

/// <summary>In the brain's own tissue: a lobed mass with a darker rim.</summary>
internal sealed class IntraparenchymalBleed(Ellipsoid mass, double lobes, double phase) : Bleed
{
    public override string Subtype => "intraparenchymal";

    public override double Edema => 5;

    public override double Depth(Head head, Point at, double depth)
    {
        var p = at - mass.Centre;
        var bulge = 0.07 * p.Length * Math.Sin((Math.Atan2(p.Y, p.X) * lobes) + phase + (p.Z * 0.15));
        return Math.Min(mass.Depth(at) + bulge, depth - 3);
    }
}
