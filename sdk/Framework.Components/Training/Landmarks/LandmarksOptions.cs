using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Landmarks;

/// <summary>Options of <c>landmarks</c>.</summary>
/// <example>{ use: landmarks, names: [L1-L2, L2-L3, L3-L4, L4-L5, L5-S1], truth: mask-discs }</example>
public sealed record LandmarksOptions
{
    /// <summary>The landmarks that are looked for; others of the sample do not count.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>
    /// The label map of what there is: value 1 where the first of the names lies, 2 where the second does, and so on. The truth of a case without it is not known. Default: mask-landmarks.
    /// </summary>
    [MinLength(1)]
    public string Truth { get; init; } = "mask-landmarks";
}
