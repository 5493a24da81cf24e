using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Options of <c>froc</c>.</summary>
public sealed record FrocOptions : FindingOptions
{
    /// <summary>The least intersection over union with a true object that makes a finding a hit. Default: 0.5.</summary>
    [Range(1e-6, 1.0)]
    public double Iou { get; init; } = 0.5;

    /// <summary>What is laid over each other: boxes or masks. Default: boxes.</summary>
    public ObjectExtent Extent { get; init; } = ObjectExtent.Boxes;

    /// <summary>Mean numbers of false findings in a case at which the share of objects found is told, above 0. Default: 1/8, 1/4, 1/2, 1, 2, 4 and 8.</summary>
    [MinLength(1)]
    public IReadOnlyList<double> Rates { get; init; } = [0.125, 0.25, 0.5, 1, 2, 4, 8];
}
