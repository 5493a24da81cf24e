using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>dice-ce</c>.</summary>
/// <example>{ use: dice-ce, dice: { include_background: false }, weights: { by_label: { lesion: 5 } } }</example>
public sealed record DiceCeOptions
{
    /// <summary>The Dice loss.</summary>
    public DiceOptions Dice { get; init; } = new();

    /// <summary>How much the Dice loss counts. Default: 1.</summary>
    [Range(0.0, 1e6)]
    public double DiceWeight { get; init; } = 1;

    /// <summary>How much the cross-entropy counts. Default: 1.</summary>
    [Range(0.0, 1e6)]
    public double CeWeight { get; init; } = 1;

    /// <summary>How much a voxel counts in the cross-entropy by its class: none, or by_label. Default: none.</summary>
    public ClassWeights Weights { get; init; } = new();
}
