using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>one-of</c>.</summary>
public sealed record OneOfOptions
{
    /// <summary>The transforms of which one is applied.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ITransform> Transforms { get; init; }

    /// <summary>How likely each is, as shares of their sum. Default: all alike.</summary>
    public IReadOnlyList<double> Weights { get; init; } = [];
}
