using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>flip</c>.</summary>
public sealed record FlipOptions
{
    /// <summary>The axis that is reversed: x swaps left and right of the picture.</summary>
    public required Axis Axis { get; init; }

    /// <summary>How often, 0 to 1. Default: 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 0.5;
}
