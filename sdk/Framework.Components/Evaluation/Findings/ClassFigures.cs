using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Findings;

/// <summary>Turns the figures of each class into a metric's values: those of the classes, and the mean of those that are defined.</summary>
internal static class ClassFigures
{
    /// <summary>The values of a metric; none where the table has no findings, so that a stage of labels alone does not get any.</summary>
    /// <param name="predictions">The table.</param>
    /// <param name="isKnown">Whether a case can be counted: its truths are known, and it is of the metric's kind.</param>
    /// <param name="figures">Works out what the figures of some cases rest on.</param>
    /// <param name="confidence">The interval, if any.</param>
    public static IReadOnlyList<MetricValue> Compute(
        Predictions predictions, Func<CaseFindings, bool> isKnown, Func<IReadOnlyList<CaseFindings>, RowFigures> figures, ConfidenceOptions? confidence)
    {
        if (predictions.Findings is not { } all)
            return [];
        var rows = Enumerable.Range(0, all.Count).Where(row => isKnown(all[row])).ToArray();
        if (rows.Length == 0)
            return [];
        var of = figures([.. rows.Select(row => all[row])]);
        var names = of.Names.GroupBy(figure => (figure.Name, figure.HigherIsBetter)).ToList();
        var cohort = new Cohort(TableRows.Take(predictions, rows), confidence?.By ?? ConfidenceUnit.Subject);
        var values = WithMeans(of, names, Weights(cohort, cohort.Once));
        var intervals = confidence is null
            ? new Interval?[values.Length]
            : FigureIntervals.Resampled(cohort, values, confidence, (times, figures) => WithMeans(of, names, Weights(cohort, times)).CopyTo(figures, 0));
        var subjects = cohort.SubjectsAmong(Enumerable.Range(0, rows.Length));
        var columns = names.SelectMany(group => group.Select(figure => (group.Key.Name, Class: (string?)figure.Class, group.Key.HigherIsBetter)).Append((group.Key.Name, null, group.Key.HigherIsBetter)));
        return [.. columns.Select((figure, at) => new MetricValue
        {
            Name = figure.Name,
            Label = figure.Class,
            Value = values[at],
            Low = intervals[at]?.Low,
            High = intervals[at]?.High,
            Level = intervals[at] is null ? null : confidence!.Level,
            Count = rows.Length,
            Subjects = subjects,
            HigherIsBetter = figure.HigherIsBetter,
        })];
    }

    // How often each row counts, from how often its subject does.
    private static double[] Weights(Cohort cohort, int[] times) => Array.ConvertAll(cohort.UnitOf, unit => (double)times[unit]);

    // Figure by figure: its classes in their order, then their mean.
    private static double[] WithMeans(RowFigures figures, IEnumerable<IEnumerable<FigureName>> groups, double[] weights)
    {
        var byName = figures.Names.Zip(figures.Compute(weights)).ToDictionary(pair => (pair.First.Name, pair.First.Class), pair => pair.Second);
        return [.. groups.SelectMany(group =>
        {
            var own = group.Select(figure => byName[(figure.Name, figure.Class)]).ToList();
            return own.Append(own.Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average());
        })];
    }
}
