using Framework.Components.Phantoms;
using Framework.Components.Phantoms.Heads;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>A head as the magnitude of a susceptibility-weighted scan shows it: tissue bright, what holds iron or calcium dark.</summary>
/// <param name="anatomy">The subject's head.</param>
/// <param name="lesions">What the disease did to it.</param>
/// <param name="centre">How it is shown.</param>
/// <param name="pose">How it lies in the scanner.</param>
/// <param name="thickness">Of a slice, millimetres: a slice shows a microbleed that lies anywhere in it.</param>
internal sealed class SwiHead(SwiAnatomy anatomy, Lesions lesions, Centre centre, HeadPose pose, double thickness) : IScanned
{
    private const double White = 0.58;
    private const double Bleed = 0.08;

    private readonly Vein[] _veins = [.. anatomy.Veins];

    /// <inheritdoc />
    public double Value(Point place, double voxel, bool hasContrast)
    {
        var at = pose.ToHead(place);
        var (depth, blur) = (anatomy.Brain.Depth(at), voxel);
        if (depth < -anatomy.Skull - anatomy.Scalp - blur)
            return 0;
        var tissues = new TissueMix(blur);
        tissues.Add(0.4, depth + anatomy.Skull + anatomy.Scalp);
        tissues.Add(0.04, depth + anatomy.Skull);
        if (depth < -blur)
            return tissues.Value;
        AddBrain(ref tissues, at, depth);
        AddVeins(ref tissues, at, blur);
        foreach (var (middle, radius) in anatomy.Calcifications)
        {
            var below = radius - (at - middle).Length;
            tissues.Add(0.9, below + 1.5);
            tissues.Add(0.05, below);
        }

        var darkness = 0.0;
        foreach (var bleed in lesions.Microbleeds)
            darkness = Math.Max(darkness, bleed.Darkness(at, centre.Blooming, blur, thickness));
        return tissues.Value + ((Bleed - tissues.Value) * darkness);
    }

    /// <summary>The number of the microbleed at a place of the scanner, from 1; 0 where there is none.</summary>
    public int LabelAt(Point place, double voxel)
    {
        var at = pose.ToHead(place);
        for (var i = 0; i < lesions.Microbleeds.Count; i++)
        {
            if (lesions.Microbleeds[i].Contains(at, voxel, thickness))
                return i + 1;
        }

        return 0;
    }

    private void AddBrain(ref TissueMix tissues, Point at, double depth)
    {
        tissues.Add(centre.Grey, depth);
        tissues.Add(White, depth - 9);
        foreach (var patch in lesions.Patches)
            tissues.Add(White + 0.22, Math.Min(patch.Depth(at), depth - 9));
        tissues.Add(centre.Fluid, anatomy.Sulci.Depth(at, depth, 1));
        foreach (var pallidum in anatomy.Pallida)
            tissues.Add(White - 0.14, pallidum.Depth(at));
        foreach (var ventricle in anatomy.Ventricles)
            tissues.Add(centre.Fluid, ventricle.Depth(at));
        tissues.Add(centre.Grey, anatomy.Cerebellum.Depth(at));
        tissues.Add(White, anatomy.Brainstem.Depth(at));
    }

    private void AddVeins(ref TissueMix tissues, Point at, double blur)
    {
        var nearest = double.NegativeInfinity;
        foreach (var vein in _veins)
        {
            if (vein.IsNear(at, blur))
                nearest = Math.Max(nearest, vein.Depth(at));
        }

        tissues.Add(centre.Vein, nearest);
    }
}
