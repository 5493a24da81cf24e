using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Evaluation;

/// <summary>Options of <c>ece</c>.</summary>
public sealed record EceOptions : MetricOptions
{
    /// <summary>Number of bins of equal width. Default: 15, as in Guo 2017.</summary>
    [Range(2, 1000)]
    public int Bins { get; init; } = 15;
}
