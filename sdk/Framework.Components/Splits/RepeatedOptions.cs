using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>Options of <c>repeated</c>.</summary>
/// <example>{ use: repeated, times: 10, split: { use: stratified-group-k-fold, folds: 5 } }</example>
public sealed record RepeatedOptions
{
    /// <summary>How many times over the subjects are divided.</summary>
    [Range(2, 1000)]
    public required int Times { get; init; }

    /// <summary>Divides them, each time with a seed of its own.</summary>
    public required ISplit Split { get; init; }
}
