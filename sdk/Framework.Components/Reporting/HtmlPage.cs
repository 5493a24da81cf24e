using System.Globalization;
using System.Net;
using System.Text;

namespace Framework.Components.Reporting;

/// <summary>A page under construction: text is always encoded, numbers always invariant.</summary>
internal sealed class HtmlPage
{
    private readonly StringBuilder _html = new();

    public HtmlPage Heading(int level, string text) => Raw($"<h{level}>{Encode(text)}</h{level}>\n");

    public HtmlPage Paragraph(string text, string style = "") => text.Length == 0 ? this : Raw($"<p class=\"{style}\">{Encode(text)}</p>\n");

    public HtmlPage Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    /// <summary>A table; a cell is (content already encoded, class).</summary>
    public HtmlPage Table(IEnumerable<(string Text, string Style)> head, IEnumerable<IEnumerable<(string Html, string Style)>> rows)
    {
        Raw("<div class=\"scroll\"><table>\n<tr>");
        foreach (var (text, style) in head)
            Raw($"<th class=\"{style}\">{Encode(text)}</th>");
        Raw("</tr>\n");
        foreach (var row in rows)
        {
            Raw("<tr>");
            foreach (var (html, style) in row)
                Raw($"<td class=\"{style}\">{html}</td>");
            Raw("</tr>\n");
        }

        return Raw("</table></div>\n");
    }

    /// <summary>What was written so far.</summary>
    public override string ToString() => _html.ToString();

    /// <summary>The whole document.</summary>
    public string ToDocument(string title, string css) =>
        $"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{Encode(title)}</title>\n<style>\n{css}</style></head>\n<body>\n{_html}</body></html>\n";

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    /// <summary>A figure with three decimals, more where it is small, or a dash where it is not defined.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString(Math.Abs(value) is > 0 and < 0.01 ? "G2" : "F3", CultureInfo.InvariantCulture);
}
