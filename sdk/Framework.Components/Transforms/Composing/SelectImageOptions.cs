using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Composing;

/// <summary>Options of <c>select-image</c>.</summary>
/// <example>{ use: select-image, name: coronal }</example>
public sealed record SelectImageOptions
{
    /// <summary>The image of the case that becomes <c>image</c>, the one that a model sees.</summary>
    [MinLength(1)]
    public required string Name { get; init; }

    /// <summary>Other images that stay, under their own names, such as a mask on the same grid. Default: none.</summary>
    public IReadOnlyList<string> Keep { get; init; } = [];
}
