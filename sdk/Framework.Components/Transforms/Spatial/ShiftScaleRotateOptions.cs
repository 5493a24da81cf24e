using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Transforms.Spatial;

/// <summary>Options of <c>shift-scale-rotate</c>; the defaults are those of albumentations' ShiftScaleRotate, rotation aside.</summary>
public sealed record ShiftScaleRotateOptions
{
    /// <summary>Greatest shift along x and along y, each drawn evenly, as a share of the width or height. Default: 0.0625.</summary>
    [Range(0.0, 1.0)]
    public double Shift { get; init; } = 0.0625;

    /// <summary>Greatest change of size, drawn evenly from 1 - scale to 1 + scale. Default: 0.1.</summary>
    [Range(0.0, 0.9)]
    public double Scale { get; init; } = 0.1;

    /// <summary>Greatest rotation either way, drawn evenly, in degrees.</summary>
    [Range(0.0, 180.0)]
    public required double Rotate { get; init; }

    /// <summary>What is shown where the image has ended. Default: reflection.</summary>
    public Edge Padding { get; init; } = Edge.Reflection;

    /// <summary>How often, 0 to 1. Default: 0.5.</summary>
    [Range(0.0, 1.0)]
    public double Probability { get; init; } = 0.5;
}
