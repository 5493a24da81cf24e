using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>with-probability</c>.</summary>
/// <example>{ use: with-probability, probability: 0.3, transform: { use: gaussian-blur, sigma: [0.5..1.5] } }</example>
public sealed record WithProbabilityOptions
{
    /// <summary>How often, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public required double Probability { get; init; }

    /// <summary>What is applied that often; several by <c>compose</c>.</summary>
    public required ITransform Transform { get; init; }
}
