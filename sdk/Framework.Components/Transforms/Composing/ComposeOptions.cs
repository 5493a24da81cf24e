using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>compose</c>.</summary>
public sealed record ComposeOptions
{
    /// <summary>The transforms, in the order in which they apply.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ITransform> Transforms { get; init; }
}
