using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>stack-slices</c>.</summary>
public sealed record StackSlicesOptions
{
    /// <summary>Slices on each side that become channels of every slice; beyond the volume its last slice again. Default: all slices become channels of one 2-D image.</summary>
    [Range(1, 64)]
    public int? Neighbours { get; init; }
}
