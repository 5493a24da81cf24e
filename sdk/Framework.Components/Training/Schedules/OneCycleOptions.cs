using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>one-cycle</c>; the optimizer's learning rate is the greatest one. Names and defaults are those of PyTorch's OneCycleLR.</summary>
/// <example>{ use: one-cycle, pct_start: 0.3, div_factor: 25 }</example>
public sealed record OneCycleOptions
{
    /// <summary>The share of the steps in which the learning rate rises, above 0 and below 1. Default: 0.3.</summary>
    [Range(1e-6, 0.999_999)]
    public double PctStart { get; init; } = 0.3;

    /// <summary>The greatest learning rate is so many times the first one, at least 1. Default: 25.</summary>
    [Range(1.0, 1e12)]
    public double DivFactor { get; init; } = 25;

    /// <summary>The first learning rate is so many times the last one, at least 1. Default: 10,000.</summary>
    [Range(1.0, 1e12)]
    public double FinalDivFactor { get; init; } = 1e4;

    /// <summary>How it rises and falls: cosine or linear. Default: cosine.</summary>
    public Anneal Anneal { get; init; } = Anneal.Cosine;

    /// <summary>Fall back to the first learning rate as fast as it rose, and from there to the last one, instead of in one go. Default: false.</summary>
    public bool ThreePhase { get; init; }

    /// <summary>Whether the learning rate changes with every step or every epoch. Default: step.</summary>
    public Pace Per { get; init; } = Pace.Step;
}
