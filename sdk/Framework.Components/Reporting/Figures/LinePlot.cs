using System.Globalization;
using System.Net;
using System.Text;

namespace Framework.Components.Reporting.Figures;

/// <summary>A plot of lines, written as one SVG element that needs nothing else.</summary>
public sealed record LinePlot
{
    private const double Width = 360;
    private const double Height = 300;
    private const double Left = 52;
    private const double Right = 12;
    private const double Top = 30;
    private const double Bottom = 44;

    /// <summary>Above the plot.</summary>
    public required string Title { get; init; }

    /// <summary>Below the x axis.</summary>
    public required string XLabel { get; init; }

    /// <summary>Beside the y axis.</summary>
    public required string YLabel { get; init; }

    /// <summary>The lines, drawn in order.</summary>
    public required IReadOnlyList<PlotSeries> Series { get; init; }

    /// <summary>Whether both axes run from 0 to 1 whatever the values are.</summary>
    public bool UnitSquare { get; init; }

    /// <summary>An x value marked by a vertical line; null for none.</summary>
    public double? MarkedX { get; init; }

    /// <summary>The plot as an SVG element.</summary>
    public string ToSvg()
    {
        var points = UnitSquare ? [(0, 0), (1, 1)] : Series.SelectMany(series => series.Points.Concat(series.Points.Zip(series.Band).SelectMany(pair => new[] { (pair.First.X, Y: pair.Second.Low), (pair.First.X, Y: pair.Second.High) }))).ToArray();
        var x = Axis.Over(points.Select(point => point.X), Left, Width - Right);
        var y = Axis.Over(points.Select(point => point.Y), Height - Bottom, Top);
        var legend = Series.Count * 16;
        var svg = new StringBuilder();
        Append(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height + legend}\" width=\"{Width}\" height=\"{Height + legend}\" ");
        Append(svg, $"font-family=\"system-ui, 'DejaVu Sans', sans-serif\" font-size=\"11\" fill=\"#555b66\" role=\"img\" aria-label=\"{Text(Title)}\"><title>{Text(Title)}</title>");
        AppendAxes(svg, x, y);
        if (MarkedX is { } marked)
            Append(svg, $"<line x1=\"{x.Place(marked):F1}\" x2=\"{x.Place(marked):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"{Palette.Reference}\" stroke-dasharray=\"2 3\"/>");
        for (var i = 0; i < Series.Count; i++)
        {
            AppendBand(svg, Series[i], x, y);
            AppendLine(svg, Series[i], x, y);
            AppendSpans(svg, Series[i], x, y);
            AppendLegend(svg, Series[i], Height + (i * 16));
        }

        return svg.Append("</svg>\n").ToString();
    }

    private void AppendAxes(StringBuilder svg, Axis x, Axis y)
    {
        Append(svg, $"<text x=\"{Left}\" y=\"16\" font-size=\"13\" font-weight=\"600\">{Text(Title)}</text>");
        foreach (var (value, text) in x.Ticks())
        {
            Append(svg, $"<line x1=\"{x.Place(value):F1}\" x2=\"{x.Place(value):F1}\" y1=\"{Top}\" y2=\"{Height - Bottom}\" stroke=\"#8a8f98\" stroke-opacity=\".2\"/>");
            Append(svg, $"<text x=\"{x.Place(value):F1}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{text}</text>");
        }

        foreach (var (value, text) in y.Ticks())
        {
            Append(svg, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{y.Place(value):F1}\" y2=\"{y.Place(value):F1}\" stroke=\"#8a8f98\" stroke-opacity=\".2\"/>");
            Append(svg, $"<text x=\"{Left - 6}\" y=\"{y.Place(value) + 4:F1}\" text-anchor=\"end\">{text}</text>");
        }

        Append(svg, $"<text x=\"{(Left + Width - Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">{Text(XLabel)}</text>");
        Append(svg, $"<text transform=\"rotate(-90)\" x=\"{-(Top + Height - Bottom) / 2}\" y=\"13\" text-anchor=\"middle\">{Text(YLabel)}</text>");
    }

    private static void AppendLine(StringBuilder svg, PlotSeries series, Axis x, Axis y)
    {
        svg.Append("<path fill=\"none\" stroke-linejoin=\"round\" d=\"");
        var pen = 'M';
        foreach (var (px, py) in series.Points)
        {
            if (!double.IsFinite(px) || !double.IsFinite(py))
            {
                pen = 'M';
                continue;
            }

            if (pen == 'L' && series.Step)
                Append(svg, $"V{y.Place(py):F1}");
            Append(svg, $"{pen}{x.Place(px):F1} {y.Place(py):F1}");
            pen = 'L';
        }

        Append(svg, $"\" stroke=\"{series.Color}\" stroke-width=\"{(series.Dashed ? 1.3 : 2)}\"{(series.Dashed ? " stroke-dasharray=\"5 4\"" : "")}/>");
    }

    private static void AppendBand(StringBuilder svg, PlotSeries series, Axis x, Axis y)
    {
        if (series.Band.Count == 0)
            return;
        var upper = series.Points.Zip(series.Band).Select(pair => (pair.First.X, pair.Second.High));
        var lower = series.Points.Zip(series.Band).Select(pair => (pair.First.X, pair.Second.Low)).Reverse();
        svg.Append("<polygon points=\"");
        foreach (var (px, py) in upper.Concat(lower))
            Append(svg, $"{x.Place(px):F1},{y.Place(py):F1} ");
        Append(svg, $"\" fill=\"{series.Color}\" fill-opacity=\".2\"/>");
    }

    private static void AppendSpans(StringBuilder svg, PlotSeries series, Axis x, Axis y)
    {
        foreach (var ((px, py), (low, high)) in series.Points.Zip(series.Spans))
        {
            Append(svg, $"<line x1=\"{x.Place(px):F1}\" x2=\"{x.Place(px):F1}\" y1=\"{y.Place(low):F1}\" y2=\"{y.Place(high):F1}\" stroke=\"{series.Color}\" stroke-opacity=\".5\"/>");
            Append(svg, $"<circle cx=\"{x.Place(px):F1}\" cy=\"{y.Place(py):F1}\" r=\"3\" fill=\"{series.Color}\"/>");
        }
    }

    private static void AppendLegend(StringBuilder svg, PlotSeries series, double at)
    {
        var dash = series.Dashed ? " stroke-dasharray=\"5 4\"" : "";
        Append(svg, $"<line x1=\"{Left}\" x2=\"{Left + 20}\" y1=\"{at}\" y2=\"{at}\" stroke=\"{series.Color}\" stroke-width=\"2\"{dash}/>");
        Append(svg, $"<text x=\"{Left + 27}\" y=\"{at + 4}\">{Text(series.Name)}</text>");
    }

    private static void Append(StringBuilder svg, FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));

    private static string Text(string value) => WebUtility.HtmlEncode(value);
}
