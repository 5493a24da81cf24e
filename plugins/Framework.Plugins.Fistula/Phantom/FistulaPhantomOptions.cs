using System.ComponentModel.DataAnnotations;

namespace Framework.Plugins.Fistula.Phantom;

/// <summary>Options of the phantom <c>fistula</c>.</summary>
public sealed record FistulaPhantomOptions
{
    /// <summary>Edge of a voxel, millimetres; 1 in the paper. The field of view is 250 mm, 200 mm from side to side.</summary>
    [Range(0.5, 10.0)]
    public double Voxel { get; init; } = 1;

    /// <summary>Share of patients with a fistula. Default: 66 of 129, as in the paper.</summary>
    [Range(0.0, 1.0)]
    public double Prevalence { get; init; } = 66.0 / 129;

    /// <summary>Severity of the signs in patients with a fistula, 0 to 1: least and greatest.</summary>
    [Length(2, 2)]
    public IReadOnlyList<double> Positive { get; init; } = [0.3, 1.0];

    /// <summary>Severity of the signs in patients without one, 0 to 1: least and greatest. They were examined because something was suspected.</summary>
    [Length(2, 2)]
    public IReadOnlyList<double> Negative { get; init; } = [0.0, 0.35];

    /// <summary>
    /// How much of the severity dura and subdural space show, 0 to 1. They lie all around the head: the less they tell, the fewer are the places that a map
    /// of the network's attention may point at by chance. Default: 1.
    /// </summary>
    [Range(0.0, 1.0)]
    public double Meninges { get; init; } = 1;

    /// <summary>Share of further patients whose myelogram is indeterminate, and of as many with a spinal epidural collection: the cohort leaves them out.</summary>
    [Range(0.0, 0.5)]
    public double Excluded { get; init; } = 0.05;
}
