using System.Globalization;
using System.Net;
using System.Text;
using Framework.Sdk;

namespace Framework.Components.Reporting.Figures;

/// <summary>How a cohort came about, as a diagram: what remained from step to step, what was left out beside it, and the parts below.</summary>
internal static class FlowDiagram
{
    private const int Width = 420;
    private const int Column = 196;
    private const int Line = 15;
    private const int Letters = 28;
    private const int Gap = 18;

    /// <summary>The diagram as one SVG element.</summary>
    /// <param name="flow">The steps, the first one first; may be empty.</param>
    /// <param name="parts">What the cases are for.</param>
    public static string Svg(IReadOnlyList<FlowStep> flow, IReadOnlyList<PartSummary> parts)
    {
        var body = new StringBuilder();
        var y = 4;
        if (flow.Count > 0)
            y = Box(body, 4, y, Column, ["found", $"{Count(flow[0].Cases + flow[0].Removed)} cases"]);
        foreach (var step in flow)
        {
            var middle = 4 + (Column / 2);
            var side = Box(new StringBuilder(), 0, y + Gap, Column, [.. Wrapped(step.Step), ""]);
            Append(body, $"<path d=\"M{middle} {y}V{side + Gap}M{middle} {(y + Gap + side) / 2}H{Column + 20}\" stroke=\"#6b7280\" fill=\"none\"/>");
            Box(body, Column + 20, y + Gap, Column, [.. Wrapped(step.Step), $"left out: {Count(step.Removed)}"]);
            y = Box(body, 4, side + Gap, Column, [$"{Count(step.Cases)} cases", $"of {Count(step.Subjects)} subjects"]);
        }

        y = Parts(body, y, parts, hasStem: flow.Count > 0);
        var title = $"Cohort: {string.Join("; ", parts.Select(part => $"{part.Part} {Count(part.Cases)} cases of {Count(part.Subjects)} subjects"))}";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {y + 4}\" width=\"{Width}\" height=\"{y + 4}\" font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"12\" fill=\"#1f2430\" role=\"img\" aria-label=\"{Text(title)}\"><title>{Text(title)}</title>{body}</svg>\n";
    }

    private static int Parts(StringBuilder body, int y, IReadOnlyList<PartSummary> parts, bool hasStem)
    {
        var width = (Width - 8 - ((parts.Count - 1) * 8)) / parts.Count;
        var bottom = y;
        for (var i = 0; i < parts.Count; i++)
        {
            var left = 4 + (i * (width + 8));
            var top = hasStem ? y + (2 * Gap) : y;
            if (hasStem)
                Append(body, $"<path d=\"M{4 + (Column / 2)} {y}V{y + Gap}H{left + (width / 2)}V{top}\" stroke=\"#6b7280\" fill=\"none\"/>");
            bottom = Box(body, left, top, width, [parts[i].Part, $"{Count(parts[i].Cases)} cases", $"{Count(parts[i].Subjects)} subjects"]);
        }

        return bottom;
    }

    private static int Box(StringBuilder body, int x, int y, int width, IReadOnlyList<string> lines)
    {
        var height = (lines.Count * Line) + 10;
        Append(body, $"<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"4\" fill=\"#f6f7f9\" stroke=\"#9aa1ad\"/>");
        for (var i = 0; i < lines.Count; i++)
            Append(body, $"<text x=\"{x + (width / 2)}\" y=\"{y + 16 + (i * Line)}\" text-anchor=\"middle\"{(i == 0 ? " font-weight=\"600\"" : "")}>{Text(lines[i])}</text>");
        return y + height;
    }

    private static List<string> Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + word.Length + 1 > Letters)
                lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return lines;
    }

    private static string Count(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
