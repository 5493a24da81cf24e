using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>level-views</c>.</summary>
/// <example>{ use: level-views, levels: [L4-L5, L5-S1], pixels: [96, 96], slices: 5, views: [ { image: image, spacing: [1, 1, 4] }, { image: axial, plane: axial, spacing: [0.8, 0.8, 4] } ] }</example>
public sealed record LevelViewsOptions
{
    /// <summary>The landmarks at the discs' centres, from head to tail.</summary>
    [MinLength(2)]
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>Columns and rows of every view.</summary>
    [Length(2, 2)]
    [Range(1, 4096)]
    public required IReadOnlyList<int> Pixels { get; init; }

    /// <summary>Slices of every view, the disc's centre in the middle one. Default: 1.</summary>
    [Range(1, 1024)]
    public int Slices { get; init; } = 1;

    /// <summary>The views, in the order of their channels.</summary>
    [MinLength(1)]
    public required IReadOnlyList<LevelView> Views { get; init; }
}
