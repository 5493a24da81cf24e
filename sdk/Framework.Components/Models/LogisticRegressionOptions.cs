using System.ComponentModel.DataAnnotations;
using Framework.Components.Training.Losses;

namespace Framework.Components.Models;

/// <summary>Options of <c>logistic-regression</c>.</summary>
/// <example>{ use: logistic-regression, inverse_regularisation: 1, pos_weight: balanced }</example>
public sealed record LogisticRegressionOptions
{
    /// <summary>C, above 0: how much the cases count against the L2 penalty on the coefficients. Default: 1, as in scikit-learn.</summary>
    [Range(1e-12, 1e12)]
    public double InverseRegularisation { get; init; } = 1;

    /// <summary>Weight of positives against negatives: none, balanced, or by_label. Default: none.</summary>
    public PositiveWeight PosWeight { get; init; } = PositiveWeight.Parse("none");
}
