namespace Framework.Components.Reporting;

/// <summary>A table as an HTML page of its own, which needs no other file.</summary>
public static class TablePage
{
    /// <summary>The page.</summary>
    /// <param name="table">Its name is the title.</param>
    public static string Of(IndexTable table) => new HtmlPage()
        .Heading(1, table.Name)
        .Table(table.Columns.Select(column => (column.Replace('_', ' '), "")), table.Rows.Select(row => row.Select(cell => (HtmlPage.Encode(cell), ""))))
        .ToDocument(table.Name, ReportWriter.Css());
}
