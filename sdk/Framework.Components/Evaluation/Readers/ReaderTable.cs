using Framework.Components.Data.Tables;

namespace Framework.Components.Evaluation.Readers;

/// <summary>Readers' calls from a table: one line for each reader, condition and case, a column of calls for each label.</summary>
public static class ReaderTable
{
    /// <summary>Reads the calls.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">Its columns.</param>
    /// <param name="labels">The labels of the predictions; those without a column have no calls.</param>
    /// <param name="known">Whether a case exists in the data.</param>
    /// <exception cref="DataFormatException">A line is not as it should be; the message names file and line, and no case.</exception>
    public static IReadOnlyList<ReaderCall> Read(CsvTable table, ReaderOptions options, IReadOnlyList<string> labels, Func<string, bool> known)
    {
        if (table.Problems.Count > 0)
            throw new DataFormatException($"{table.Problems[0]}");
        var (item, reader) = (table.Find(options.Case), table.Find(options.Reader));
        int? condition = options.Condition is { } name ? table.Find(name) : null;
        int[] columns = [.. labels.Select(label => table.Has(label) ? table.Find(label) : -1)];
        if (Array.TrueForAll(columns, column => column < 0))
            throw new DataFormatException($"{table.Name}:1: no column is called like a label, so there are no calls. The labels are {string.Join(", ", labels)}.");
        var calls = new List<ReaderCall>();
        var seen = new HashSet<(string, string, string)>();
        foreach (var row in table.Rows)
        {
            var place = $"{table.Name}:{row.Line}";
            var call = new ReaderCall(row.Cells[item], row.Cells[reader], condition is { } at ? row.Cells[at] : "", [.. columns.Select(column => column < 0 ? double.NaN : Call(row.Cells[column], place))]);
            if (!known(call.Case))
                throw new DataFormatException($"{place}: no case of the data has this line's identity. Remove the line, or check the column '{options.Case}'.");
            if (call.Reader.Length == 0)
                throw new DataFormatException($"{place}: the line names no reader. Fill in the column '{options.Reader}'.");
            if (!seen.Add((call.Case, call.Reader, call.Condition)))
                throw new DataFormatException($"{place}: this reader has called this case already. Keep one of the lines{(condition is null ? ", or name the column that tells conditions apart as 'condition'" : "")}.");
            calls.Add(call);
        }

        return calls;
    }

    private static double Call(string cell, string place) => cell switch
    {
        "" => double.NaN,
        "0" => 0,
        "1" => 1,
        _ => throw new DataFormatException($"{place}: a call is 1 for present, 0 for absent or empty; it is neither here. Correct the line."),
    };
}
