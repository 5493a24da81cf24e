using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Options of <c>iou</c> and <c>dice</c>.</summary>
/// <example>{ use: dice, score: 0.5 }</example>
public sealed record OverlapOptions : FindingOptions
{
    /// <summary>The score from which a detector's finding counts, 0 to 1; label maps have none. Default: 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Score { get; init; } = 0.5;

    /// <summary>What a case counts that has nothing of a class, and of which nothing is predicted. Default: one.</summary>
    public EmptyCase Empty { get; init; } = EmptyCase.One;
}
