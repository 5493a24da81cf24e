using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Ensembles;

/// <summary>Options of the ensemble <c>logistic-regression</c>.</summary>
/// <example>{ use: logistic-regression, inverse_regularisation: 1 }</example>
public sealed record RegressionEnsembleOptions
{
    /// <summary>C, above 0: how much the cases count against the L2 penalty on the coefficients. Default: 1, as in scikit-learn.</summary>
    [Range(1e-12, 1e12)]
    public double InverseRegularisation { get; init; } = 1;
}
