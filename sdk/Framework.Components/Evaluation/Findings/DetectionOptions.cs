using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Options of <c>detection-recall</c> and <c>detection-precision</c>.</summary>
/// <example>{ use: detection-recall, score: 0.5, iou: 0.1, extent: masks }</example>
public sealed record DetectionOptions : FindingOptions
{
    /// <summary>The score from which a finding counts, 0 to 1. Default: 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Score { get; init; } = 0.5;

    /// <summary>The least intersection over union with a true object that makes a finding a hit. Default: 0.5.</summary>
    [Range(1e-6, 1.0)]
    public double Iou { get; init; } = 0.5;

    /// <summary>What is laid over each other: boxes or masks. Default: boxes.</summary>
    public ObjectExtent Extent { get; init; } = ObjectExtent.Boxes;
}
