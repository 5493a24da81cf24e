using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Controls;

/// <summary>Options of <c>subset</c>.</summary>
/// <example>{ use: subset, per_class: [5, 10, 20], negatives_per_positive: 2, validate: 0.5 }</example>
public sealed record SubsetOptions
{
    /// <summary>Training cases of each class: one control a size, called <c>subset-5</c> and so on, which together are a learning curve.</summary>
    [MinLength(1)]
    [Range(1, 1_000_000)]
    public required IReadOnlyList<int> PerClass { get; init; }

    /// <summary>Negative cases for each positive one, where the classes are positive and negative. Default: 1.</summary>
    [Range(0.01, 1000.0)]
    public double NegativesPerPositive { get; init; } = 1;

    /// <summary>Validation cases of each class for each training case of it; the whole validation part where not given.</summary>
    [Range(0.001, 10.0)]
    public double? Validate { get; init; }

    /// <summary>
    /// The label that makes a case positive. Where not given: the classes of the first question that has several, else whether a case has any label.
    /// </summary>
    public string? Label { get; init; }
}
