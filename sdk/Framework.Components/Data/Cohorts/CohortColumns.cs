using Framework.Components.Data.Tables;

namespace Framework.Components.Data.Cohorts;

/// <summary>Where in one table the columns stand that the options name.</summary>
internal sealed class CohortColumns
{
    private readonly CsvTable _table;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);

    /// <summary>Finds the columns.</summary>
    /// <exception cref="DataFormatException">Some are not there; all of them are named.</exception>
    public CohortColumns(CsvTable table, CohortOptions options)
    {
        _table = table;
        var missing = new List<string>();
        foreach (var column in Named(options).Distinct(StringComparer.Ordinal))
        {
            if (table.Has(column))
                _positions.Add(column, table.Find(column));
            else
                missing.Add(column);
        }

        if (missing.Count == 1)
            table.Find(missing[0]);
        if (missing.Count > 1)
            throw new DataFormatException($"{table.Name}:1: there are no columns {string.Join(", ", missing.Select(name => $"'{name}'"))}. "
                + $"The columns are {string.Join(", ", table.Columns)}.");
    }

    /// <summary>The cell of a row in the column of that name; empty where there is no such column to look for.</summary>
    public string Cell(CsvRow row, string? column) => column is null ? "" : row.Cells[_positions[column]];

    /// <summary>How messages name a row.</summary>
    public string Place(CsvRow row) => $"{_table.Name}:{row.Line}";

    private static IEnumerable<string> Named(CohortOptions options) =>
    [
        options.Subject,
        .. new[] { options.Case, options.Site, options.Study, options.Accession, options.Series, options.Position }.OfType<string>(),
        .. options.Images.Values.Select(image => image.Column),
        .. options.Labels.Values.Select(label => label.Column),
        .. options.Attributes,
        .. options.Exclude.Select(rule => rule.Column),
    ];
}
