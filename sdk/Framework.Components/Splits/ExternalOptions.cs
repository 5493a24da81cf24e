using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Splits;

/// <summary>Options of <c>external</c>.</summary>
/// <example>{ use: external, sites: [north], split: { use: k-fold, folds: 5 } }</example>
public sealed record ExternalOptions
{
    /// <summary>The sites whose subjects are kept for the end, by the names that the data source gives them.</summary>
    [MinLength(1)]
    public required IReadOnlyList<string> Sites { get; init; }

    /// <summary>Divides the subjects of all other sites; it never sees those of the external ones.</summary>
    public required ISplit Split { get; init; }
}
