namespace Framework.Components.Data.Series;

/// <summary>Why a series was taken or not.</summary>
/// <param name="Series">The series.</param>
/// <param name="Rule">The rule that it fits, counted from 1; 0 where it fits none.</param>
/// <param name="Text">In words. Numbers and coded values of the header are quoted, free text of the header never: it may name people.</param>
public sealed record SeriesReason(SeriesSummary Series, int Rule, string Text);
