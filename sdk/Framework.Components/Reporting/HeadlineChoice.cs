namespace Framework.Components.Reporting;

/// <summary>Which figure a report begins with. What is null is left to the report: the first metric, over all labels, of the last stage, on the test part.</summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Label">The label.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Split">The split.</param>
/// <param name="At">What a row was: <c>case</c>, <c>subject</c>.</param>
public sealed record HeadlineChoice(string? Metric = null, string? Label = null, string? Stage = null, string? Split = null, string? At = null)
{
    /// <summary>The score that it names; null where there is none.</summary>
    /// <param name="scores">Those of the run, not of its controls.</param>
    internal Score? Of(IReadOnlyList<Score> scores)
    {
        if (scores.Count == 0)
            return null;
        var left = Keep([.. scores], Stage ?? scores[^1].Stage, score => score.Stage);
        left = Keep(left, Split ?? (left.Exists(score => score.Split == "test") ? "test" : left.FirstOrDefault()?.Split), score => score.Split);
        left = Keep(left, Metric ?? left.FirstOrDefault()?.Metric.Name, score => score.Metric.Name);
        left = Keep(left, At ?? left.FirstOrDefault()?.Metric.At, score => score.Metric.At);
        return Label is { } label
            ? left.Find(score => score.Metric.Label == label)
            : left.Find(score => score.Metric.Label is null) ?? left.FirstOrDefault();
    }

    private static List<Score> Keep(List<Score> scores, string? asked, Func<Score, string> name) => scores.FindAll(score => name(score) == asked);
}
