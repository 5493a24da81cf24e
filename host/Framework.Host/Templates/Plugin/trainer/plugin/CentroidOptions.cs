using System.ComponentModel.DataAnnotations;

namespace Study.Assembly;

/// <summary>Options of <c>study-name.centroid</c>.</summary>
public sealed record CentroidOptions
{
    /// <summary>How fast the output goes from 0 to 1 between the two mean images, 0.1 to 1000. Default: 10.</summary>
    [Range(0.1, 1000)]
    public double Sharpness { get; init; } = 10;
}
