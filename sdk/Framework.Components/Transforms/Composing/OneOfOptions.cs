using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>one-of</c>.</summary>
/// <example>{ use: one-of, transforms: [{ use: gaussian-blur, sigma: [0.5..1.5] }, { use: gaussian-noise, deviation: 0..0.1 }], weights: [1, 3] }</example>
public sealed record OneOfOptions
{
    /// <summary>The transforms of which one is applied.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ITransform> Transforms { get; init; }

    /// <summary>How likely each is, as shares of their sum. Default: all alike.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];
}
