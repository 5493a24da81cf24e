using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Options of <c>average-precision-iou</c>.</summary>
/// <example>{ use: average-precision-iou, extent: masks, iou: [0.5] }</example>
public sealed record AveragePrecisionIouOptions : FindingOptions
{
    /// <summary>The least intersection over union that makes a finding a hit; the mean over all of them is told. Default: COCO's 0.5, 0.55 ... 0.95.</summary>
    [MinLength(1)]
    public IReadOnlyList<double> Iou { get; init; } = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

    /// <summary>What is laid over each other: boxes or masks. Default: boxes.</summary>
    public ObjectExtent Extent { get; init; } = ObjectExtent.Boxes;

    /// <summary>How the area under the curve is taken. Default: coco.</summary>
    public CurveArea Area { get; init; } = CurveArea.Coco;

    /// <summary>How many findings of a class count in a case, the surest ones. Default: 100.</summary>
    [Range(1, 1_000_000)]
    public int Most { get; init; } = 100;
}
