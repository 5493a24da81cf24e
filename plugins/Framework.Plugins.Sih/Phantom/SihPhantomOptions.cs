using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Sih.Phantom;

/// <summary>Options of the phantom <c>sih</c>.</summary>
public sealed record SihPhantomOptions
{
    /// <summary>Rows and columns of a slice; a field of view of 220 mm in all.</summary>
    [Range(32, 512)]
    public int MatrixSize { get; init; } = 256;

    /// <summary>Millimetres between slices.</summary>
    [Range(1.0, 20.0)]
    public double SliceSpacing { get; init; } = 5;

    /// <summary>Share of examinations with the disease. Default: 155 of 428, as in the paper.</summary>
    [Range(0.0, 1.0)]
    public double Prevalence { get; init; } = 155.0 / 428;

    /// <summary>Severity of the signs in the diseased, 0 to 1: least and greatest.</summary>
    [Length(2, 2)]
    public IReadOnlyList<double> Severity { get; init; } = [0.4, 1.0];

    /// <summary>Whether an axial series without contrast agent stands beside the two that are meant, so that the choice of series has something to choose.</summary>
    public bool WithPlainSeries { get; init; } = true;
}
