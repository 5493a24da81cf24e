namespace Framework.Components.Evaluation.Decisions;

/// <summary>Options of <c>kappa</c>.</summary>
/// <example>{ use: kappa, weights: quadratic }</example>
public sealed record KappaOptions : MetricOptions
{
    /// <summary>How much a miss counts; linear and quadratic are for grades. Default: none.</summary>
    public KappaWeights Weights { get; init; }
}
