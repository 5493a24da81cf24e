using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>step</c>.</summary>
public sealed record StepOptions
{
    /// <summary>Epochs between drops, or steps with <c>per: step</c>; at least 1.</summary>
    [Range(1, 100_000_000)]
    public required int Every { get; init; }

    /// <summary>What each drop multiplies the learning rate with. Default: 0.1.</summary>
    [Range(0.0, 1.0)]
    public double Factor { get; init; } = 0.1;

    /// <summary>Whether <c>every</c> counts steps or epochs. Default: epoch.</summary>
    public Pace Per { get; init; } = Pace.Epoch;
}
