using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Ensembles;

/// <summary>Options of the ensemble <c>weighted-mean</c>.</summary>
/// <example>{ use: weighted-mean, by: auroc, label: any, above: 0.5 }</example>
public sealed record ScoreWeights
{
    /// <summary>The metric that each fold and repeat is weighted by, on its own validation part. Where less is better, a weight is 1 / score.</summary>
    public required IMetric By { get; init; }

    /// <summary>The label whose figure counts. Default: the figure over all, or the mean over the labels where the metric has none.</summary>
    public string? Label { get; init; }

    /// <summary>Which figure counts where the metric has several. Default: the only one.</summary>
    public string? Figure { get; init; }

    /// <summary>What is subtracted from each score, such as what chance would score; a fold or repeat that scores no more does not count. Only where more is better. Default: 0.</summary>
    [Range(-1e12, 1e12)]
    public double Above { get; init; }
}
