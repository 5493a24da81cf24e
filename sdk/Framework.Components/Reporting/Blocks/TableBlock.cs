namespace Framework.Components.Reporting.Blocks;

/// <summary>A table.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">Cells, as many in each row as there are columns.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows) : ReportBlock
{
    /// <summary>Above the table; empty for none.</summary>
    public string Caption { get; init; } = "";
}
