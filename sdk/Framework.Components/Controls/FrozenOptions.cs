using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Controls;

/// <summary>Options of <c>frozen</c>.</summary>
/// <example>{ use: frozen, head: fit }</example>
public sealed record FrozenOptions
{
    /// <summary>
    /// The last layer: <c>keep</c> predicts with it as it was loaded or begins; <c>fit</c> puts a logistic regression on the features before it, fitted on the training part. Default: keep.
    /// </summary>
    public FrozenHead Head { get; init; }

    /// <summary>C of that regression, above 0: how much the cases count against the L2 penalty, on features of standard deviation 1. Default: 0.01.</summary>
    [Range(1e-12, 1e12)]
    public double InverseRegularisation { get; init; } = 0.01;
}
