using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>with-probability</c>.</summary>
public sealed record WithProbabilityOptions
{
    /// <summary>How often, 0 to 1.</summary>
    [Range(0.0, 1.0)]
    public required double Probability { get; init; }

    /// <summary>What is applied that often; several by <c>compose</c>.</summary>
    public required ITransform Transform { get; init; }
}
