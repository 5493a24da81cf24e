using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.DeepSpine.Phantom;

/// <summary>Options of the phantom <c>deepspine</c>.</summary>
public sealed record DeepSpinePhantomOptions
{
    /// <summary>Millimetres between columns and rows of the sagittal series, which has 224 mm.</summary>
    [Range(0.5, 4.0)]
    public double SagittalPixel { get; init; } = 1;

    /// <summary>Millimetres between columns and rows of the axial series, which has 96 mm.</summary>
    [Range(0.5, 4.0)]
    public double AxialPixel { get; init; } = 0.75;

    /// <summary>Millimetres between slices of both series.</summary>
    [Range(2.0, 8.0)]
    public double SliceSpacing { get; init; } = 4;

    /// <summary>Share of examinations whose sagittal series ends above the sacrum.</summary>
    [Range(0.0, 1.0)]
    public double WithoutSacrum { get; init; } = 0.05;

    /// <summary>Share of conditions at a disc that are there: narrowing of any grade, each binary one.</summary>
    [Range(0.0, 1.0)]
    public double Prevalence { get; init; } = 0.4;

    /// <summary>Share of the conditions that are not there which a report mentions by name; the others it leaves out, so that they are missing labels.</summary>
    [Range(0.0, 1.0)]
    public double Mentioned { get; init; } = 0.8;
}
