using System.ComponentModel.DataAnnotations;

namespace Study.Assembly;

/// <summary>Options of the phantom <c>study-name</c>.</summary>
public sealed record StudyNamePhantomOptions
{
    /// <summary>Sides of the square images, pixels, 16 to 512. Default: 32.</summary>
    [Range(16, 512)]
    public int Size { get; init; } = 32;

    /// <summary>Share of cases with the finding, above 0 and below 1. Default: 0.5.</summary>
    [Range(0.01, 0.99)]
    public double Prevalence { get; init; } = 0.5;
}
