using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>How the findings of neighbouring slices become objects in three dimensions.</summary>
/// <example>{ least_score: 0.3, extent: masks, overlap: 0.1, within: 1, score: max }</example>
public sealed record JoinOptions
{
    /// <summary>The score from which a slice's finding is joined, 0 to 1. Default: 0, all of them.</summary>
    [Range(0.0, 1.0)]
    public double LeastScore { get; init; }

    /// <summary>What must overlap in two slices: boxes or masks. Default: boxes.</summary>
    public ObjectExtent Extent { get; init; } = ObjectExtent.Boxes;

    /// <summary>Two slices' findings are one object where their intersection over union is above this. Default: 0, any overlap.</summary>
    [Range(0.0, 0.999)]
    public double Overlap { get; init; }

    /// <summary>How many slices apart they may lie, at least 1: 1 joins neighbours alone, 2 leaps over a slice in which nothing was found. Default: 1.</summary>
    [Range(1, 64)]
    public int Within { get; init; } = 1;

    /// <summary>The joined object's score: max or mean of those it is made of. Default: max.</summary>
    public JoinedScore Score { get; init; } = JoinedScore.Max;
}
