using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Training.Losses;

/// <summary>Options of <c>cross-entropy</c>.</summary>
public sealed record CrossEntropyOptions
{
    /// <summary>Share of the target that is spread over all classes, 0 to 1. Default: 0.</summary>
    [Range(0.0, 0.999)]
    public double LabelSmoothing { get; init; }
}
