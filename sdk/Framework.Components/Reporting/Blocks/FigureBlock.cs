namespace Framework.Components.Reporting.Blocks;

/// <summary>A drawing, shown in the page and kept as <c>figures/&lt;file&gt;.svg</c>. Figures that follow each other stand side by side.</summary>
/// <param name="File">Name of the file, without its ending.</param>
/// <param name="Svg">One SVG element that needs nothing else, with a label for those who cannot see it.</param>
public sealed record FigureBlock(string File, string Svg) : ReportBlock
{
    /// <summary>Below the figure; empty for none.</summary>
    public string Caption { get; init; } = "";
}
