using System.Globalization;
using System.Text;
using Framework.Components.Reporting.Figures;

namespace Framework.Components.Reporting;

/// <summary>Writes <c>report.html</c>, one self-contained file, and its figures as files of their own under <c>figures/</c>.</summary>
public static class ReportWriter
{
    /// <summary>Writes the report.</summary>
    /// <param name="input">What it shows.</param>
    /// <param name="folder">An existing folder; files of an earlier report are replaced.</param>
    /// <returns>The path of report.html.</returns>
    public static string Write(ReportInput input, string folder)
    {
        var page = new HtmlPage();
        page.Heading(1, input.Title).Paragraph(input.Description, "description");
        page.Heading(2, "Scores");
        if (input.Scores.Any(score => score.Control is not null))
            page.Paragraph("Each control is the same run with one thing taken away, on the same cases. A control in orange is better than the run.", "soft");
        ScoreTable.Write(page, input.Scores, input.Published);
        WriteParts(page, input.Parts);
        var figures = Path.Combine(folder, "figures");
        Directory.CreateDirectory(figures);
        WriteFigures(page, "Learning", LossFigures.Of(input.Losses), figures);
        WriteFigures(page, "Curves", CurveFigures.Of(input.Predictions), figures);
        ExampleGallery.Write(page, input.Examples, figures);
        var sections = new SectionHtml(page, figures);
        foreach (var section in input.Sections.OrderBy(section => section.Place))
            sections.Write(section);
        WriteProvenance(page, input.Provenance);
        var path = Path.Combine(folder, "report.html");
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page.ToDocument(input.Title, Css()))));
        return path;
    }

    private static void WriteParts(HtmlPage page, IReadOnlyList<PartSummary> parts)
    {
        if (parts.Count == 0)
            return;
        page.Heading(2, "Data").Paragraph("No subject lies in two parts.", "soft");
        page.Table(
            [("part", ""), ("subjects", "number"), ("cases", "number"), .. parts[0].Positives.Select(pair => (pair.Label, "number"))],
            parts.Select(part => (IEnumerable<(string, string)>)[
                (HtmlPage.Encode(part.Part), ""), (Count(part.Subjects), "number"), (Count(part.Cases), "number"),
                .. part.Positives.Select(pair => (Count(pair.Count), "number"))]));
    }

    private static void WriteFigures(HtmlPage page, string heading, IEnumerable<(string File, LinePlot Plot)> figures, string folder)
    {
        var drawn = figures.Select(figure => (figure.File, Svg: figure.Plot.ToSvg())).ToArray();
        if (drawn.Length == 0)
            return;
        page.Heading(2, heading).Raw("<div class=\"figures\">\n");
        foreach (var (file, svg) in drawn)
        {
            File.WriteAllText(Path.Combine(folder, file + ".svg"), svg);
            page.Raw(svg);
        }

        page.Raw("</div>\n");
    }

    private static void WriteProvenance(HtmlPage page, IReadOnlyList<(string Name, string Value)> provenance)
    {
        if (provenance.Count == 0)
            return;
        page.Heading(2, "Provenance");
        page.Table([("what", ""), ("value", "")], provenance.Select(pair => (IEnumerable<(string, string)>)[(HtmlPage.Encode(pair.Name), "soft"), (HtmlPage.Encode(pair.Value), "")]));
    }

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static string Css()
    {
        using var stream = typeof(ReportWriter).Assembly.GetManifestResourceStream("Framework.Components.Reporting.report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
