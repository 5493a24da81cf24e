using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Series;

/// <summary>What a series must be to be taken. What is absent does not matter.</summary>
public sealed record SeriesRule
{
    /// <summary>Modality, such as CT or MR.</summary>
    public string? Modality { get; init; }

    /// <summary>True: a contrast agent is named; false: none is.</summary>
    public bool? Contrast { get; init; }

    /// <summary>How the slices lie: <c>axial</c>, <c>coronal</c>, <c>sagittal</c> (each up to 30 degrees) or <c>oblique</c>.</summary>
    public SeriesPlane? Plane { get; init; }

    /// <summary>Patterns of which one fits the whole Series Description or Protocol Name; <c>*</c> stands for any text, <c>?</c> for any letter, case does not matter.</summary>
    public IReadOnlyList<string> Name { get; init; } = [];

    /// <summary>Patterns of which none may fit Series Description or Protocol Name.</summary>
    public IReadOnlyList<string> NotName { get; init; } = [];

    /// <summary>Patterns of which one fits the Sequence Name or one value of Scanning Sequence (SE, IR, GR, EP).</summary>
    public IReadOnlyList<string> Sequence { get; init; } = [];

    /// <summary>Least Slice Thickness, millimetres.</summary>
    [Range(0.0, 1000.0)]
    public double? MinimumThickness { get; init; }

    /// <summary>Greatest Slice Thickness, millimetres.</summary>
    [Range(0.0, 1000.0)]
    public double? MaximumThickness { get; init; }

    /// <summary>Least number of slices.</summary>
    [Range(1, int.MaxValue)]
    public int? MinimumSlices { get; init; }

    /// <summary>Greatest number of slices.</summary>
    [Range(1, int.MaxValue)]
    public int? MaximumSlices { get; init; }
}
