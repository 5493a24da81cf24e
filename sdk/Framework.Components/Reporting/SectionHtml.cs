using System.Text;
using Framework.Components.Reporting.Blocks;

namespace Framework.Components.Reporting;

/// <summary>Sections as HTML; their figures and images are also written as files.</summary>
/// <param name="page">Takes the HTML.</param>
/// <param name="figures">An existing folder.</param>
internal sealed class SectionHtml(HtmlPage page, string figures)
{
    public void Write(ReportSection section)
    {
        if (section.Blocks.Count == 0)
            return;
        page.Raw($"<section class=\"part-{section.Place.ToString().ToLowerInvariant()}\">\n").Heading(2, section.Title);
        for (var at = 0; at < section.Blocks.Count;)
            at = section.Blocks[at] switch
            {
                FigureBlock => WriteRow<FigureBlock>(section.Blocks, at, "figures", Figure),
                ImageBlock => WriteRow<ImageBlock>(section.Blocks, at, "examples", Image),
                TableBlock => WriteRow<TableBlock>(section.Blocks, at, "tables", Table),
                var block => WriteOne(block, at),
            };
        page.Raw("</section>\n");
    }

    private int WriteRow<T>(IReadOnlyList<ReportBlock> blocks, int at, string style, Func<T, string> html)
        where T : ReportBlock
    {
        page.Raw($"<div class=\"{style}\">\n");
        for (; at < blocks.Count && blocks[at] is T block; at++)
            page.Raw(html(block));
        page.Raw("</div>\n");
        return at;
    }

    private int WriteOne(ReportBlock block, int at)
    {
        switch (block)
        {
            case TextBlock text:
                page.Paragraph(text.Text);
                break;
            case HeadlineBlock headline:
                page.Raw(Headline(headline));
                break;
            case HeadingBlock heading:
                page.Heading(3, heading.Text);
                break;
            case WarningBlock warning:
                page.Paragraph(warning.Text, "warning");
                break;
            case VerdictBlock verdict:
                page.Raw(Verdict(verdict));
                break;
            default:
                throw new ArgumentException($"A report does not know how to show {block.GetType().Name}.", nameof(block));
        }

        return at + 1;
    }

    private static string Table(TableBlock table)
    {
        foreach (var row in table.Rows.Where(row => row.Count != table.Columns.Count))
            throw new ArgumentException($"A row of the table '{table.Caption}' has {row.Count} cells for {table.Columns.Count} columns.", nameof(table));
        return new HtmlPage().Raw("<div class=\"titled\">").Paragraph(table.Caption, "caption").Table(
            table.Columns.Select(column => (column.Heading, column.IsNumber ? "number" : "")),
            table.Rows.Select(row => row.Select((cell, at) => (Html(cell), Style(cell.Tone, table.Columns[at].IsNumber))))).Raw("</div>\n").ToString();
    }

    private static string Html(TableCell cell) =>
        cell.Note.Length == 0 ? HtmlPage.Encode(cell.Text) : $"{HtmlPage.Encode(cell.Text)} <span class=\"note\">{HtmlPage.Encode(cell.Note)}</span>";

    private static string Style(Tone tone, bool isNumber) => $"{(isNumber ? "number " : "")}{Class(tone)}".Trim();

    private static string Class(Tone tone) => tone == Tone.Plain ? "" : tone.ToString().ToLowerInvariant();

    private static string Headline(HeadlineBlock headline)
    {
        var beside = string.Concat(headline.Beside.Select(each => $"<li><span class=\"soft\">{HtmlPage.Encode(each.Name)}</span> <span class=\"{Class(each.Figure.Tone)}\">{Html(each.Figure)}</span></li>"));
        return $"<div class=\"figure-of-merit\"><p class=\"what\">{HtmlPage.Encode(headline.What)}</p><p class=\"value\">{HtmlPage.Encode(headline.Value)} <span class=\"interval\">{HtmlPage.Encode(headline.Interval)}</span></p>"
            + $"<p class=\"soft\">{HtmlPage.Encode(headline.About)}</p>{(beside.Length > 0 ? $"<ul>{beside}</ul>" : "")}</div>\n";
    }

    private static string Verdict(VerdictBlock verdict)
    {
        var (style, word) = verdict.Passed switch { true => ("good", "passed"), false => ("bad", "failed"), null => ("soft", "not judged") };
        return $"<p class=\"verdict {style}\"><strong>{HtmlPage.Encode(verdict.Subject)}: {word}</strong> {HtmlPage.Encode(verdict.Text)}</p>\n";
    }

    private string Figure(FigureBlock figure)
    {
        File.WriteAllText(Path.Combine(figures, figure.File + ".svg"), figure.Svg);
        return $"<figure>{figure.Svg}{Caption(figure.Caption, Tone.Plain)}</figure>\n";
    }

    private string Image(ImageBlock image)
    {
        using (var file = File.Create(Path.Combine(figures, image.File + ".png")))
            file.Write(image.Png.Span);
        var about = image.Description.Length > 0 ? image.Description : image.Caption;
        return $"<figure><img alt=\"{HtmlPage.Encode(about)}\" src=\"data:image/png;base64,{Convert.ToBase64String(image.Png.Span)}\">{Caption(image.Caption, image.Tone)}</figure>\n";
    }

    private static string Caption(string text, Tone tone)
    {
        if (text.Length == 0)
            return "";
        var lines = new StringBuilder();
        foreach (var line in text.Split('\n'))
            lines.Append(lines.Length == 0 ? $"<span class=\"{Class(tone)}\">{HtmlPage.Encode(line)}</span>" : $"<br><span class=\"soft\">{HtmlPage.Encode(line)}</span>");
        return $"<figcaption>{lines}</figcaption>";
    }
}
