using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>Options of <c>holdout</c>.</summary>
/// <example>{ use: holdout, train: 0.7, validate: 0.15, test: 0.15 }</example>
public sealed record HoldoutOptions
{
    /// <summary>Share of subjects for fitting, above 0.</summary>
    [Range(0.001, 1.0)]
    public required double Train { get; init; }

    /// <summary>Share of subjects for choosing epochs and thresholds. Default: 0, no such part.</summary>
    [Range(0.0, 0.999)]
    public double Validate { get; init; }

    /// <summary>Share of subjects for the reported scores. Default: 0, no such part: scores are then of the validation part.</summary>
    [Range(0.0, 0.999)]
    public double Test { get; init; }

    /// <summary>What is assigned: subjects, whose cases stay together, or with <c>unsafe: true</c> single cases. Default: subject.</summary>
    public SplitUnit By { get; init; } = SplitUnit.Subject;

    /// <summary>Says that the scores of this experiment are meant to be too good: a model is scored on patients that it knows.</summary>
    public bool Unsafe { get; init; }
}
