using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Annotations;

/// <summary>Options of <c>name-levels</c>.</summary>
/// <example>{ use: name-levels, mask: mask-segment, levels: [L1-L2, L2-L3, L3-L4, L4-L5, L5-S1] }</example>
public sealed record NameLevelsOptions
{
    /// <summary>The label map of vertebral bodies. Default: mask.</summary>
    [MinLength(1)]
    public string Mask { get; init; } = "mask";

    /// <summary>Its value in vertebral bodies above the sacrum. Default: 1.</summary>
    [Range(1, 255)]
    public int Body { get; init; } = 1;

    /// <summary>Its value in the sacrum. Default: 2.</summary>
    [Range(1, 255)]
    public int Sacrum { get; init; } = 2;

    /// <summary>The discs' names from head to tail; the last one lies on the sacrum.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Levels { get; init; }

    /// <summary>What is done where the sacrum is out of view. Default: none of the discs is named.</summary>
    public NoSacrum WithoutSacrum { get; init; }
}
