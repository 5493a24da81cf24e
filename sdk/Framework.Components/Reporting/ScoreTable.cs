namespace Framework.Components.Reporting;

/// <summary>The result table: a row for each figure, the controls and the published value beside it.</summary>
internal static class ScoreTable
{
    public static void Write(HtmlPage page, IReadOnlyList<Score> scores, IReadOnlyList<PublishedScore> published)
    {
        var controls = scores.Select(score => score.Control).OfType<string>().Distinct().ToArray();
        foreach (var table in scores.GroupBy(score => (score.Stage, score.Split, score.Metric.At)).OrderBy(group => group.Key.Split == "test" ? 0 : 1))
        {
            page.Heading(3, $"{table.Key.Stage}, {table.Key.Split}{(table.Key.At == "case" ? "" : $", by {table.Key.At}")}");
            var rows = table.Where(score => score.Control is null).Select(ours => Row(ours, table, controls, published));
            page.Table(Head(controls, published.Count > 0), rows);
        }
    }

    private static IEnumerable<(string, string)> Head(IEnumerable<string> controls, bool published) =>
        [("metric", ""), ("label", ""), ("this run", "number"), .. controls.Select(name => (name, "number")), .. published ? [("published", "number")] : Array.Empty<(string, string)>(),
            ("cases", "number"), ("positive", "number"), ("subjects", "number")];

    private static IEnumerable<(string, string)> Row(Score ours, IEnumerable<Score> table, IEnumerable<string> controls, IReadOnlyList<PublishedScore> published)
    {
        yield return (HtmlPage.Encode(ours.Metric.Name), "");
        yield return (HtmlPage.Encode(ours.Metric.Label ?? "all"), "");
        yield return (WithInterval(ours), "number ours");
        foreach (var control in controls)
        {
            var theirs = table.FirstOrDefault(score => score.Control == control && score.Metric.Name == ours.Metric.Name && score.Metric.Label == ours.Metric.Label);
            yield return theirs is null ? ("", "number") : (HtmlPage.Number(theirs.Metric.Value), Beats(theirs, ours) ? "number worse" : "number");
        }

        if (published.Count > 0)
        {
            var paper = published.FirstOrDefault(score => score.Metric == ours.Metric.Name && score.Label == ours.Metric.Label);
            yield return (paper is null ? "" : $"<span title=\"{HtmlPage.Encode(paper.Note)}\">{HtmlPage.Number(paper.Value)}</span>", "number");
        }

        yield return (ours.Metric.Count.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), "number");
        yield return (ours.Metric.Positives?.ToString("N0", System.Globalization.CultureInfo.InvariantCulture) ?? "", "number");
        yield return (ours.Metric.Subjects.ToString("N0", System.Globalization.CultureInfo.InvariantCulture), "number");
    }

    private static string WithInterval(Score score)
    {
        var metric = score.Metric;
        return metric is { Low: { } low, High: { } high, Level: { } level }
            ? $"{HtmlPage.Number(metric.Value)} <span class=\"interval\">[{HtmlPage.Number(low)}, {HtmlPage.Number(high)}] {level:P0}</span>"
            : HtmlPage.Number(metric.Value);
    }

    private static bool Beats(Score control, Score ours) =>
        ours.Metric.HigherIsBetter ? control.Metric.Value > ours.Metric.Value : control.Metric.Value < ours.Metric.Value;
}
