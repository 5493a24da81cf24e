using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>crop-box</c>.</summary>
public sealed record CropBoxOptions
{
    /// <summary>The label of the box; the first one that has it. Default: the sample's first box.</summary>
    public string Label { get; init; } = "";

    /// <summary>What is kept around the box on each side, in millimetres. Default: 0.</summary>
    [Range(0.0, 1000.0)]
    public double Margin { get; init; }
}
