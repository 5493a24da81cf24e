using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.CmbCsvd.Phantom;

/// <summary>Options of the phantom <c>cmb-csvd</c>.</summary>
public sealed record CmbCsvdPhantomOptions
{
    /// <summary>Rows and columns of a slice; a field of view of 200 mm in all.</summary>
    [Range(48, 512)]
    public int MatrixSize { get; init; } = 400;

    /// <summary>Millimetres between slices, which have no gaps.</summary>
    [Range(1.0, 8.0)]
    public double SliceSpacing { get; init; } = 2;

    /// <summary>Share of scans that come from the third centre. Default: 28 of 364, as in the paper.</summary>
    [Range(0.0, 0.9)]
    public double ThirdCentre { get; init; } = 28.0 / 364;

    /// <summary>Share of scans that are a second one of the same patient.</summary>
    [Range(0.0, 0.5)]
    public double Repeated { get; init; } = 0.1;

    /// <summary>Diameter of microbleeds as they are seen, millimetres: least and greatest. Small ones are the most frequent.</summary>
    [Length(2, 2)]
    public IReadOnlyList<double> Diameter { get; init; } = [2, 10];

    /// <summary>How many microbleeds a patient has, in the middle of patients who have any: half of them have fewer.</summary>
    [Range(2.0, 20.0)]
    public double Microbleeds { get; init; } = 6;

    /// <summary>Share of patients without any microbleed.</summary>
    [Range(0.0, 1.0)]
    public double WithoutMicrobleeds { get; init; } = 0.05;
}
