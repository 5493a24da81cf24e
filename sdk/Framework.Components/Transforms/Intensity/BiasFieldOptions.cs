using System.ComponentModel.DataAnnotations;
using Framework.Components.Transforms.Spatial;

namespace Framework.Components.Transforms.Intensity;

/// <summary>Options of <c>bias-field</c>.</summary>
/// <example>{ use: bias-field, degree: 3, coefficients: 0..0.1, probability: 0.3 }</example>
public sealed record BiasFieldOptions
{
    /// <summary>The greatest total degree of the polynomial. Default: 3.</summary>
    [Range(1, 10)]
    public int Degree { get; init; } = 3;

    /// <summary>From where each coefficient is drawn evenly. Default: 0..0.1.</summary>
    public Interval Coefficients { get; init; } = new(0, 0.1);

    /// <summary>How often, 0 to 1. Default: 1.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 1;
}
