namespace Framework.Sdk;

/// <summary>What was found in one case, beside what there is: objects of a detector, or the overlap of a label map.</summary>
/// <remarks>
/// Everything is on the grid of the scan as its first spatial transform meets it, not on the network's: what a crop cuts away counts as missed. The lowest score is
/// the model's own limit; metrics apply a higher one.
/// </remarks>
public sealed record CaseFindings
{
    /// <summary>The scan's grid; of joined slices their number is its depth.</summary>
    public required VoxelGrid Grid { get; init; }

    /// <summary>The classes there can be, without the background, in the model's order.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>The objects that there are; null where that is not known.</summary>
    public IReadOnlyList<CaseObject>? Truths { get; init; }

    /// <summary>The objects that a detector found, best first; empty for a label map.</summary>
    public IReadOnlyList<CaseObject> Found { get; init; } = [];

    /// <summary>How a label map overlaps with the true one, one for each class; empty for a detector, whose overlap depends on the score from which a finding counts.</summary>
    public IReadOnlyList<ClassOverlap> Overlaps { get; init; } = [];

    /// <summary>
    /// What this row stands for where it is no case but a series or a subject: the findings of its cases, each on a grid of its own. Empty for a case by itself.
    /// </summary>
    public IReadOnlyList<CaseFindings> Parts { get; init; } = [];

    /// <summary>The findings of cases by themselves: this one, or all that are in its parts.</summary>
    public IEnumerable<CaseFindings> Members => Parts.Count == 0 ? [this] : Parts.SelectMany(part => part.Members);

    /// <summary>Findings of several cases as those of what they belong to.</summary>
    /// <param name="parts">At least one.</param>
    public static CaseFindings Together(IReadOnlyList<CaseFindings> parts) =>
        new() { Grid = parts[0].Grid, Classes = [.. parts.SelectMany(part => part.Classes).Distinct()], Parts = parts };

    /// <summary>The predicted label map on <see cref="Grid"/>, NIfTI: where it lies in the unit's folder; null where there is none.</summary>
    public string? MaskFile { get; init; }

    /// <summary>The label map's hexadecimal SHA-256; null where there is none.</summary>
    public string? MaskHash { get; init; }

    /// <summary>What was found alone: whoever reads an earlier stage learns nothing of what there is.</summary>
    public CaseFindings WithoutTruths() => this with
    {
        Truths = null,
        Overlaps = [.. Overlaps.Select(overlap => overlap with { Truth = null, Intersection = null })],
        Parts = [.. Parts.Select(part => part.WithoutTruths())],
    };
}
