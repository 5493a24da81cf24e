using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>plateau</c>. Names and defaults are those of PyTorch's ReduceLROnPlateau.</summary>
/// <example>{ use: plateau, factor: 0.5, patience: 3 }</example>
public sealed record PlateauOptions
{
    /// <summary>What a drop multiplies the learning rate with, above 0 and below 1. Default: 0.1.</summary>
    [Range(1e-12, 0.999_999)]
    public double Factor { get; init; } = 0.1;

    /// <summary>Epochs in a row without a better score that are put up with; the next one drops the learning rate. Default: 10.</summary>
    [Range(0, 1_000_000)]
    public int Patience { get; init; } = 10;

    /// <summary>By how much a score must be better than the best one to count. Default: 0.0001.</summary>
    [Range(0.0, 1e12)]
    public double Threshold { get; init; } = 1e-4;

    /// <summary>Whether <c>threshold</c> is a share of the best score or a difference: relative or absolute. Default: relative.</summary>
    public ThresholdMode ThresholdMode { get; init; } = ThresholdMode.Relative;

    /// <summary>Epochs after a drop in which nothing is counted. Default: 0.</summary>
    [Range(0, 1_000_000)]
    public int Cooldown { get; init; }

    /// <summary>The least factor of the optimizer's learning rate, 0 to 1. Default: 0.</summary>
    [Range(0.0, 1.0)]
    public double Floor { get; init; }
}
