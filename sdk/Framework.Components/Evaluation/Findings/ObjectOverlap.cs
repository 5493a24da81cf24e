namespace Framework.Components.Evaluation.Findings;

/// <summary>Intersection over union of two objects on one grid.</summary>
internal static class ObjectOverlap
{
    /// <summary>0 where they do not touch, 1 where they are the same.</summary>
    /// <exception cref="ExperimentException">Masks are asked for and an object has none.</exception>
    public static double Iou(CaseObject one, CaseObject other, ObjectExtent extent) =>
        extent == ObjectExtent.Boxes ? OfBoxes(one.Box, other.Box) : OfMasks(MaskOf(one), MaskOf(other));

    /// <summary>The mask of an object that must have one.</summary>
    /// <exception cref="ExperimentException">It has none.</exception>
    public static RunLengthMask MaskOf(CaseObject item) => item.Mask
        ?? throw new ExperimentException($"an object '{item.Class}' has a box and no mask, and masks are to be compared. Use 'extent: boxes', or a model and data with masks.");

    private static double OfBoxes(VoxelBox one, VoxelBox other)
    {
        var shared = Math.Max(0, Math.Min(one.High.X, other.High.X) - Math.Max(one.Low.X, other.Low.X))
            * Math.Max(0, Math.Min(one.High.Y, other.High.Y) - Math.Max(one.Low.Y, other.Low.Y))
            * Math.Max(0, Math.Min(one.High.Z, other.High.Z) - Math.Max(one.Low.Z, other.Low.Z));
        return shared <= 0 ? 0 : shared / (one.Volume + other.Volume - shared);
    }

    private static double OfMasks(RunLengthMask one, RunLengthMask other)
    {
        var shared = one.CountShared(other);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}
