using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Controls;

/// <summary>Options of <c>metadata-only</c>.</summary>
/// <example>{ use: metadata-only, except: [matrix] }</example>
public sealed record MetadataOnlyOptions
{
    /// <summary>
    /// Whether each case is loaded once to learn its matrix, spacing, scale of values and padding, beside what the source knows without: true or
    /// false. Default: where there are at most 5,000 training cases.
    /// </summary>
    public bool? Images { get; init; }

    /// <summary>Facts to leave out, such as one that the label is defined by.</summary>
    public IReadOnlyList<string> Except { get; init; } = [];

    /// <summary>C, above 0: how much the cases count against the L2 penalty. Default: 1.</summary>
    [Range(1e-12, 1e12)]
    public double InverseRegularisation { get; init; } = 1;
}
