namespace Framework.Components.Audit;

/// <summary>Ranks labels by how little a model believes them: what to look at again first.</summary>
/// <remarks>
/// Confident learning (Northcutt, Jiang and Chuang 2021, Journal of Artificial Intelligence Research 70:1373): the threshold of a class is the mean
/// probability of that class among the cases labelled so; a label is suspect where the other class reaches its threshold. The rank is by margin.
/// </remarks>
public static class SuspectLabels
{
    /// <summary>Every known label of one column, the least believed first: those that are suspect, then the others.</summary>
    /// <param name="table">Predictions of cases that were not trained on.</param>
    /// <param name="label">The column.</param>
    public static IReadOnlyList<SuspectLabel> Rank(Predictions table, int label)
    {
        int[] known = [.. Enumerable.Range(0, table.Rows.Count).Where(row => !double.IsNaN(table.Target(row, label)))];
        var positive = Mean(known.Where(row => table.Target(row, label) > 0.5).Select(row => table.Output(row, label)));
        var negative = Mean(known.Where(row => table.Target(row, label) <= 0.5).Select(row => 1 - table.Output(row, label)));
        return [.. known.Select(row => Judge(table, row, label, positive, negative)).OrderByDescending(suspect => suspect.IsConfident).ThenBy(suspect => suspect.Margin).ThenBy(suspect => suspect.Row)];
    }

    private static SuspectLabel Judge(Predictions table, int row, int label, double positive, double negative)
    {
        var (isPositive, output) = (table.Target(row, label) > 0.5, table.Output(row, label));
        var margin = isPositive ? (2 * output) - 1 : 1 - (2 * output);
        // Where the other class has no case there is no threshold, and nothing to be confident of.
        var isConfident = isPositive ? 1 - output >= negative : output >= positive;
        return new SuspectLabel(row, label, margin, isConfident && margin < 0);
    }

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();
}
