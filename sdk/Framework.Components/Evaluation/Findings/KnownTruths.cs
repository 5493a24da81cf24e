namespace Framework.Components.Evaluation.Findings;

/// <summary>Which cases can be counted.</summary>
internal static class KnownTruths
{
    /// <summary>Whether overlaps of voxels are known, by a label map or by objects.</summary>
    public static bool OfVoxels(CaseFindings item) => item.Overlaps.Count > 0 ? item.Overlaps.All(overlap => overlap.Intersection is not null) : item.Truths is not null;

    /// <summary>Whether it is a detector's case whose objects are known.</summary>
    public static bool OfObjects(CaseFindings item) => item.Truths is not null;
}
