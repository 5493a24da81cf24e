using System.Globalization;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>Counts how often each value of a column stands in a table: <c>./framework table study-name.count --in FILE --out FILE</c>.</summary>
/// <param name="options">The column.</param>
public sealed class CountTable(CountOptions options) : ITableTool
{
    /// <inheritdoc />
    public IReadOnlyList<IndexTable> Make(IndexTable table)
    {
        var column = table.Find(options.Column);
        var counts = table.Rows.GroupBy(row => row[column]).OrderBy(value => value.Key, StringComparer.Ordinal);
        return [new IndexTable("counts", ["value", "rows"], [.. counts.Select(value => (IReadOnlyList<string>)[value.Key, value.Count().ToString(CultureInfo.InvariantCulture)])])];
    }
}
