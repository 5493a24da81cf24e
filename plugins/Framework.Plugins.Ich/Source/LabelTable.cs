using System.Globalization;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Source;

/// <summary>Reads <c>ID_slice_subtype,Label</c> lines: 4.5 million of them in the real table, so without a string for each.</summary>
internal sealed class LabelTable
{
    private readonly Dictionary<string, double[]> _rows = new(StringComparer.Ordinal);
    private readonly List<DataProblem> _problems = [];
    private readonly string _name;

    private LabelTable(string name) => _name = name;

    /// <summary>A table of no slice.</summary>
    public static LabelTable Empty => new("");

    /// <summary>The labels of a slice that a table does not have.</summary>
    public static double[] Unknown { get; } = [double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN];

    /// <summary>The six labels of each slice; NaN where the table has no line for one.</summary>
    public IReadOnlyDictionary<string, double[]> Rows => _rows;

    /// <summary>Lines that say nothing usable.</summary>
    public IReadOnlyList<DataProblem> Problems => _problems;

    /// <summary>Reads the table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">Its name in messages.</param>
    /// <exception cref="DataFormatException">The file is not there or is not such a table at all.</exception>
    public static LabelTable Read(string path, string name)
    {
        if (!File.Exists(path))
            throw new DataFormatException($"{name}: the label table is not there. Check data.root and data.labels.");
        var table = new LabelTable(name);
        using var reader = new StreamReader(path); // takes a byte order mark away
        var separator = Separator(reader.ReadLine(), name);
        var number = 1;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.AsSpan().Trim().Length > 0)
                table.Add(line, separator, number);
        }

        return table;
    }

    private static char Separator(string? header, string name)
    {
        foreach (var separator in ",;\t")
        {
            var parts = header?.Split(separator, StringSplitOptions.TrimEntries);
            if (parts is [var id, var label, ..] && Unquote(id).Equals("ID", StringComparison.OrdinalIgnoreCase) && Unquote(label).Equals("Label", StringComparison.OrdinalIgnoreCase))
                return separator;
        }

        throw new DataFormatException($"{name}:1: the first line is '{Shorten(header)}'. It must be 'ID,Label' (a semicolon or a tab between them will do).");
    }

    private void Add(string line, char separator, int number)
    {
        var text = line.AsSpan();
        var at = text.IndexOf(separator);
        var id = Unquote(at < 0 ? text : text[..at]);
        var split = id.LastIndexOf('_');
        var label = split < 0 ? -1 : RsnaLabels.Find(id[(split + 1)..]);
        if (at < 0 || label < 0)
            Report(number, $"'{Shorten(line)}' is not 'ID_slice_subtype{separator}label'. The sub-types are {string.Join(", ", RsnaLabels.Names)}.");
        else if (!double.TryParse(Unquote(text[(at + 1)..]), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (0 or 1))
            Report(number, $"the label of '{id}' is '{Shorten(text[(at + 1)..].ToString())}'. It must be 0 or 1.");
        else
            Set(id[..split], label, value, number);
    }

    private void Set(ReadOnlySpan<char> slice, int label, double value, int number)
    {
        var rows = _rows.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!rows.TryGetValue(slice, out var values))
            rows[slice] = values = [.. Unknown];
        if (!double.IsNaN(values[label]) && values[label] != value)
            Report(number, $"'{slice}' has the label '{RsnaLabels.Names[label]}' twice, as 0 and as 1. Remove one of the lines.");
        values[label] = value;
    }

    private void Report(int line, string message) => _problems.Add(new DataProblem($"{_name}:{line}", message));

    private static ReadOnlySpan<char> Unquote(ReadOnlySpan<char> text) => text.Trim().Trim('"');

    private static string Unquote(string text) => text.Trim('"');

    private static string Shorten(string? text) => text is null ? "" : text.Length <= 40 ? text : text[..40] + "...";
}
