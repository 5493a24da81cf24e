using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Data.Series;

/// <summary>Options of <c>select-series</c>: which of a subject's series is taken.</summary>
public sealed record SelectSeriesOptions
{
    /// <summary>Rules in order of preference: the first one that any series fits decides.</summary>
    [MinLength(1)]
    public required IReadOnlyList<SeriesRule> Prefer { get; init; }

    /// <summary>Which one is taken where several fit: <c>most-slices</c>, <c>first</c> or <c>last</c>. Default: <c>most-slices</c>.</summary>
    public SeriesTieBreak TieBreak { get; init; } = SeriesTieBreak.MostSlices;
}
