using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Schedules;

/// <summary>Options of <c>cosine</c>.</summary>
public sealed record CosineOptions
{
    /// <summary>Where the factor ends, 0 to 1. Default: 0.</summary>
    [Range(0.0, 1.0)]
    public double Floor { get; init; }

    /// <summary>Whether the learning rate changes with every step or every epoch. Default: step.</summary>
    public Pace Per { get; init; } = Pace.Step;
}
