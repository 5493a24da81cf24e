namespace Framework.Components.Data.Series;

/// <summary>The series that was chosen among those of a subject.</summary>
public sealed record SeriesChoice
{
    /// <summary>The one; null where no series fits a rule.</summary>
    public required SeriesSummary? Chosen { get; init; }

    /// <summary>One for each series, in the order in which they were given: why it was chosen, or why not.</summary>
    public required IReadOnlyList<SeriesReason> Reasons { get; init; }
}
