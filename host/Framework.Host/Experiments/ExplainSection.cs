using System.ComponentModel.DataAnnotations;
using Framework.Sdk;

namespace Framework.Host.Experiments;

/// <summary>Maps of what a stage's answers come from.</summary>
/// <param name="Explainer">Makes them.</param>
/// <param name="Stage">Of which stage.</param>
/// <param name="Label">For which label; null for the one with the most positive cases.</param>
/// <param name="Cases">Of which cases.</param>
/// <param name="Limits">How they are compared with maps of other networks.</param>
internal sealed record ExplainSection(Bound<IExplainer> Explainer, string Stage, string? Label, ExplainedCases Cases, MapLimits Limits)
{
    /// <summary>The places that the maps should point at; null where none are known.</summary>
    public MapTarget? Inside { get; init; }
}

/// <summary>The places that a map's peak should lie in.</summary>
internal sealed record MapTarget
{
    /// <summary>The image that marks them with values above 0, such as <c>mask-altered</c>; a case without it is not judged.</summary>
    [MinLength(1)]
    public required string Image { get; init; }

    /// <summary>In at least this share of the maps, 0 to 1; not judged where it is not given.</summary>
    [Range(0.0, 1.0)]
    public double? AtLeast { get; init; }
}

/// <summary>Which cases are mapped; at most one of a subject.</summary>
internal sealed record ExplainedCases
{
    /// <summary>From which part's predictions: validate or test. Default: test, or validate where there is no test part.</summary>
    public ExplainedPart? Part { get; init; }

    /// <summary>How many, at least 1.</summary>
    [Range(1, 10_000)]
    public int Take { get; init; } = 8;

    /// <summary>Which ones: most-confident (positive cases with the highest output), positive (positive cases, drawn), worst (the greatest miss) or random.</summary>
    public CaseChoice Choose { get; init; } = CaseChoice.MostConfident;
}

/// <summary>Whose predictions are explained.</summary>
internal enum ExplainedPart
{
    /// <summary>The part that choices were made on.</summary>
    Validate,

    /// <summary>The part that nothing was chosen on.</summary>
    Test,
}

/// <summary>Which cases are mapped.</summary>
internal enum CaseChoice
{
    /// <summary>Positive cases, the highest output first.</summary>
    MostConfident,

    /// <summary>Positive cases, whatever their output, drawn by the run's seed.</summary>
    Positive,

    /// <summary>Those whose output is furthest from the truth first.</summary>
    Worst,

    /// <summary>Drawn by the run's seed.</summary>
    Random,
}

/// <summary>What maps are held to; the mean of Spearman's rank correlation over the cases counts.</summary>
internal sealed record MapLimits
{
    /// <summary>At most so similar to the maps of the same network with shuffled weights, -1 to 1.</summary>
    [Range(-1.0, 1.0)]
    public double Randomised { get; init; } = 0.5;

    /// <summary>At least so similar to the maps of the other folds' networks, -1 to 1; not judged where it is not given.</summary>
    [Range(-1.0, 1.0)]
    public double? Folds { get; init; }

    /// <summary>How many of the maps are made again with shuffled weights and by the other folds' networks, which takes as long each time. Default: all.</summary>
    [Range(0, 10_000)]
    public int Take { get; init; } = 10_000;
}
