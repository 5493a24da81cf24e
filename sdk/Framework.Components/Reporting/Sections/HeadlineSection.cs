using System.Globalization;
using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting.Sections;

/// <summary>The figure that the experiment is about, with its interval, and beside it its controls and what was published.</summary>
internal static class HeadlineSection
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        if (input.Headline.Of([.. input.Scores.Where(score => score.Control is null)]) is not { } score)
            yield break;
        var beside = input.Scores.Where(other => other.Control is not null && other.Place == score.Place)
            .Select(other => ($"control {other.Control}", new TableCell(FigureText.Number(other.Metric.Value), Beats(other, score) ? Tone.Bad : Tone.Plain, Beats(other, score) ? "better than the run" : "")))
            .Concat(input.Published.Where(paper => paper.IsOf(score)).Select(paper => (paper.Source.Length > 0 ? paper.Source : "published", new TableCell(paper.Text, Tone.Plain, paper.Note))));
        yield return new ReportSection(ReportPlace.Headline, "Result",
            [new HeadlineBlock(Name(score), FigureText.Number(score.Metric.Value), FigureText.Interval(score.Metric), About(score)) { Beside = [.. beside] }]);
    }

    /// <summary>Whether a control does better than the run.</summary>
    public static bool Beats(Score control, Score ours) =>
        ours.Metric.HigherIsBetter ? control.Metric.Value > ours.Metric.Value : control.Metric.Value < ours.Metric.Value;

    private static string Name(Score score) => $"{score.Metric.Name} of {score.Metric.Label ?? "all labels"}, {score.Stage}, {score.Split}";

    private static string About(Score score)
    {
        var metric = score.Metric;
        var rows = metric.At == "case" ? "cases" : $"rows, one a {metric.At}";
        var positive = metric.Positives is { } count ? string.Create(CultureInfo.InvariantCulture, $", {count:N0} of them positive,") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{metric.Count:N0} {rows}{positive} of {metric.Subjects:N0} subjects.{Folds(score)} {(metric.HigherIsBetter ? "Higher" : "Lower")} is better.");
    }

    private static string Folds(Score score) => score.Folds is { } folds ? string.Create(CultureInfo.InvariantCulture, $" Over {folds.Count} folds the mean is {FigureText.Spread(folds.Mean, folds.Sd)}.") : "";
}
