using System.Globalization;
using Framework.Plugins.Ich.Source;
using Framework.Sdk;

namespace Framework.Plugins.Ich.Tables;

/// <summary>Counts a table's labels: positives, negatives, <c>pos_weight</c>, and what predicting each label's prevalence for every case would score.</summary>
/// <remarks>
/// Takes the challenge's <c>ID_slice_subtype,Label</c>, or any table: each of its columns that holds nothing but 0, 1 and empty cells is a label. Where there is a label
/// <c>any</c>, the last line is the mean over labels in which it counts twice, as in the challenge. A second table says how many cases have 0, 1, 2... of the other labels.
/// </remarks>
public sealed class PositiveWeights : ITableTool
{
    private const string Any = "any";

    /// <inheritdoc />
    public IReadOnlyList<IndexTable> Make(IndexTable table)
    {
        var (labels, cases) = IsOfTheChallenge(table) ? Long(table) : Wide(table);
        LabelCount[] counts = [.. labels.Select((label, at) => new LabelCount(label, cases.Count(item => item[at] == 1), cases.Count(item => item[at] == 0)))];
        return [Weights(counts), Subtypes(labels, cases)];
    }

    /// <summary>The mean over labels of what predicting prevalences scores, <c>any</c> counting twice.</summary>
    internal static double WeightedConstantLogLoss(IReadOnlyList<LabelCount> counts) =>
        counts.Sum(count => Weight(count) * count.ConstantLogLoss) / counts.Sum(Weight);

    private static double Weight(LabelCount count) => count.Label == Any ? 2 : 1;

    private static IndexTable Weights(IReadOnlyList<LabelCount> counts)
    {
        IEnumerable<IReadOnlyList<string>> rows = counts.Select(count => (IReadOnlyList<string>)
            [count.Label, Text(count.Positives), Text(count.Negatives), Text(count.PositiveWeight, "F2"), Text(count.Prevalence, "F6"), Text(count.ConstantLogLoss, "F6")]);
        return new IndexTable("pos-weights", ["label", "positives", "negatives", "pos_weight", "prevalence", "constant_log_loss"],
            [.. rows, ["all", "", "", "", "", Text(WeightedConstantLogLoss(counts), "F6")]]);
    }

    private static IndexTable Subtypes(string[] labels, IReadOnlyCollection<sbyte[]> cases)
    {
        int[] single = [.. Enumerable.Range(0, labels.Length).Where(at => labels[at] != Any)];
        var numbers = cases.GroupBy(item => single.Count(at => item[at] == 1)).OrderBy(group => group.Key);
        return new IndexTable("subtypes", ["labels", "cases"], [.. numbers.Select(group => (IReadOnlyList<string>)[Text(group.Key), Text(group.Count())])]);
    }

    private static bool IsOfTheChallenge(IndexTable table) =>
        table.Columns is [var id, var label] && id.Equals("ID", StringComparison.OrdinalIgnoreCase) && label.Equals("Label", StringComparison.OrdinalIgnoreCase);

    private static (string[] Labels, IReadOnlyCollection<sbyte[]> Cases) Long(IndexTable table)
    {
        var cases = new Dictionary<string, sbyte[]>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var id = table.Rows[row][0];
            var split = id.LastIndexOf('_');
            var label = split < 0 ? -1 : RsnaLabels.Find(id.AsSpan(split + 1));
            if (label < 0)
                throw Wrong(table, "ID", row, $"'{id}' is not 'ID_slice_subtype'. The sub-types are {string.Join(", ", RsnaLabels.Names)}.");
            if (Value(table.Rows[row][1]) is not { } value)
                throw Wrong(table, "Label", row, $"the label of '{id}' is '{table.Rows[row][1]}'. It must be 0 or 1.");
            var slice = id[..split];
            if (!cases.TryGetValue(slice, out var own))
                cases.Add(slice, own = [-1, -1, -1, -1, -1, -1]);
            if (own[label] >= 0 && own[label] != value)
                throw Wrong(table, "Label", row, $"'{id}' stands there as 0 and as 1. Remove one of the lines.");
            own[label] = value;
        }

        return (RsnaLabels.Names, cases.Values);
    }

    private static (string[] Labels, IReadOnlyCollection<sbyte[]> Cases) Wide(IndexTable table)
    {
        int[] columns = [.. Enumerable.Range(0, table.Columns.Count).Where(column => table.Rows.Any(row => row[column].Length > 0) && table.Rows.All(row => row[column].Length == 0 || Value(row[column]) is not null))];
        return columns.Length == 0
            ? throw new DataFormatException($"{table.Name}: no column holds nothing but 0 and 1. A label does; the columns are {string.Join(", ", table.Columns)}.")
            : ([.. columns.Select(column => table.Columns[column])], [.. table.Rows.Select(row => Array.ConvertAll(columns, column => Value(row[column]) ?? -1))]);
    }

    private static sbyte? Value(string cell) => cell.Trim() switch { "0" or "0.0" => 0, "1" or "1.0" => 1, _ => null };

    private static DataFormatException Wrong(IndexTable table, string column, int row, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{table.Name}:{row + 2}: column '{column}': {what}"));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value, string format) => double.IsNaN(value) ? "" : value.ToString(format, CultureInfo.InvariantCulture);
}
