using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>compose</c>.</summary>
/// <example>{ use: compose, transforms: [{ use: resize, size: [224, 224] }, { use: normalise, by: imagenet }] }</example>
public sealed record ComposeOptions
{
    /// <summary>The transforms, in the order in which they apply.</summary>
    [MinLength(1)]
    public required IReadOnlyList<ITransform> Transforms { get; init; }
}
