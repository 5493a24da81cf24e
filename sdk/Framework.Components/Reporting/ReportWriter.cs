using System.Text;
using Framework.Components.Reporting.Sections;

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
        var figures = Path.Combine(folder, "figures");
        if (Directory.Exists(figures))
            Directory.Delete(figures, recursive: true);
        Directory.CreateDirectory(figures);
        var page = new HtmlPage();
        page.Heading(1, input.Title).Paragraph(input.Description, "description");
        var html = new SectionHtml(page, figures);
        foreach (var section in Sections(input))
            html.Write(section);
        var path = Path.Combine(folder, "report.html");
        WholeFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(page.ToDocument(input.Title, Css()))));
        return path;
    }

    private static IEnumerable<ReportSection> Sections(ReportInput input)
    {
        IEnumerable<ReportSection> own =
        [
            .. HeadlineSection.Of(input),
            .. CohortSection.Of(input),
            .. ScoreSections.Of(input),
            .. CurveSection.Of(input),
            .. ConfusionSection.Of(input),
            .. ExampleSection.Of(input),
            new ReportSection(ReportPlace.Learning, "Learning", CurveSection.Blocks(LossFigures.Of(input.Losses))),
            .. ProvenanceSection.Of(input),
        ];
        return own.Concat(input.Sections).OrderBy(section => section.Place);
    }

    internal static string Css()
    {
        using var stream = typeof(ReportWriter).Assembly.GetManifestResourceStream("Framework.Components.Reporting.report.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
