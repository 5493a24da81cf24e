using System.Globalization;
using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting.Sections;

/// <summary>Every figure: a table for each stage, split and level, the controls beside; and the published figures beside ours.</summary>
internal static class ScoreSections
{
    public static IEnumerable<ReportSection> Of(ReportInput input)
    {
        var controls = input.Scores.Select(score => score.Control).OfType<string>().Distinct().ToArray();
        var blocks = new List<ReportBlock>();
        if (controls.Length > 0)
            blocks.Add(new TextBlock("Each control is the same run with one thing taken away, on the same cases. A control in red is better than the run."));
        foreach (var table in input.Scores.GroupBy(score => (score.Stage, score.Split, score.Metric.At)).OrderBy(group => group.Key.Split == "test" ? 0 : 1))
            blocks.AddRange([new HeadingBlock($"{table.Key.Stage}, {table.Key.Split}{(table.Key.At == "case" ? "" : $", one row a {table.Key.At}")}"), Table([.. table], controls)]);
        yield return new ReportSection(ReportPlace.Scores, "Scores", blocks);
        if (Published(input) is { Rows.Count: > 0 } beside)
            yield return new ReportSection(ReportPlace.Scores, "Beside the publication", [.. PublishedConstant.Warnings(input).Select(text => new WarningBlock(text)), beside]);
    }

    private static TableBlock Table(IReadOnlyList<Score> scores, string[] controls) => new(
        [new("metric"), new("label"), new("this run", IsNumber: true), .. controls.Select(name => new TableColumn(name, IsNumber: true)), new("cases", IsNumber: true), new("positive", IsNumber: true), new("subjects", IsNumber: true)],
        [.. scores.Where(score => score.Control is null).Select(score => Row(score, scores, controls))]);

    private static IReadOnlyList<TableCell> Row(Score ours, IReadOnlyList<Score> scores, string[] controls) =>
    [
        ours.Metric.Name,
        ours.Metric.Label ?? "all",
        Ours(ours),
        .. controls.Select(name => scores.FirstOrDefault(score => score.Control == name && score.Place == ours.Place) is { } control
            ? new TableCell(FigureText.Number(control.Metric.Value), HeadlineSection.Beats(control, ours) ? Tone.Bad : Tone.Plain)
            : ""),
        FigureText.Count(ours.Metric.Count),
        ours.Metric.Positives is { } positives ? FigureText.Count(positives) : "",
        FigureText.Count(ours.Metric.Subjects),
    ];

    private static TableCell Ours(Score score) => new(FigureText.Number(score.Metric.Value), Tone.Strong, FigureText.Interval(score.Metric));

    private static TableBlock Published(ReportInput input) => new(
        [new("metric"), new("label"), new("stage, split"), new("control"), new("this run", IsNumber: true), new("published", IsNumber: true), new("difference", IsNumber: true), new("source"), new("what differs")],
        [
            .. from paper in input.Published
               from score in input.Scores
               where paper.IsOf(score)
               orderby score.Split == "test" ? 0 : 1
               select (IReadOnlyList<TableCell>)
               [
                   score.Metric.Name, score.Metric.Label ?? "all", $"{score.Stage}, {score.Split}{(score.Metric.At == "case" ? "" : $", a {score.Metric.At}")}", score.Control ?? "", Ours(score, paper),
                   new TableCell(paper.Text, PublishedConstant.IsWorse(input, paper) ? Tone.Bad : Tone.Plain, PublishedConstant.IsWorse(input, paper) ? "worse than a constant" : ""), (paper.Ours(score) - paper.Value).ToString("+0.000;−0.000;0.000", CultureInfo.InvariantCulture), paper.Source, paper.Note,
               ],
        ]);

    private static TableCell Ours(Score score, PublishedScore paper) => paper.Deviation is not null && score.Folds is { } folds
        ? new TableCell(FigureText.Spread(folds.Mean, folds.Sd), Tone.Strong, $"{folds.Count} folds; pooled {FigureText.Number(score.Metric.Value)}")
        : Ours(score);
}
