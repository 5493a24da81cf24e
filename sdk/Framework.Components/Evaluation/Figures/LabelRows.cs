namespace Framework.Components.Evaluation.Figures;

/// <summary>The rows of one label whose target is known.</summary>
/// <param name="Rows">Their numbers in the table.</param>
/// <param name="Units">The unit of each.</param>
/// <param name="Targets">The target of each.</param>
/// <param name="Outputs">The output of each.</param>
internal sealed record LabelRows(int[] Rows, int[] Units, double[] Targets, double[] Outputs)
{
    public static LabelRows Of(Predictions table, Cohort cohort, int label)
    {
        int[] rows = [.. Enumerable.Range(0, table.Rows.Count).Where(row => !double.IsNaN(table.Target(row, label)))];
        return new LabelRows(
            rows,
            Array.ConvertAll(rows, row => cohort.UnitOf[row]),
            Array.ConvertAll(rows, row => table.Target(row, label)),
            Array.ConvertAll(rows, row => table.Output(row, label)));
    }

    /// <summary>The rows of several labels together: a row counts once for each label that it is known for.</summary>
    public static LabelRows Pool(IReadOnlyList<LabelRows> labels) => new(
        [.. labels.SelectMany(label => label.Rows)],
        [.. labels.SelectMany(label => label.Units)],
        [.. labels.SelectMany(label => label.Targets)],
        [.. labels.SelectMany(label => label.Outputs)]);

    public int Positives => Targets.Count(target => target > 0.5);
}
