using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Findings;

/// <summary>
/// Turns the figures of each class into a metric's values: those of the classes, and the mean of those that are defined. A single class has no figure of its own
/// beside that.
/// </summary>
internal static class ClassFigures
{
    /// <summary>The values of a metric; none where the table has no findings, so that a stage of labels alone does not get any.</summary>
    /// <param name="predictions">The table.</param>
    /// <param name="isKnown">Whether a case can be counted: its truths are known, and it is of the metric's kind.</param>
    /// <param name="figures">Works out what the figures of some cases rest on.</param>
    /// <param name="options">Whether slices are joined to series, and the interval.</param>
    public static IReadOnlyList<MetricValue> Compute(
        Predictions predictions, Func<CaseFindings, bool> isKnown, Func<IReadOnlyList<IReadOnlyList<CaseFindings>>, RowFigures> figures, FindingOptions options)
    {
        if (predictions.Findings is not { } findings)
            return [];
        if (findings.Any(row => row.Parts.Count > 0))
            return OfLevel(predictions, isKnown, figures, options);
        var own = Compute(predictions, [.. findings.Select(row => (CaseFindings[])[row])], isKnown, figures, options.Confidence, "case");
        if (options.Join is not { } join)
            return own;
        var series = JoinedSeries.Of(predictions, join);
        return [.. own, .. Compute(series, [.. series.Findings!.Select(row => (CaseFindings[])[row])], isKnown, figures, options.Confidence, "series")];
    }

    // A row is what cases were joined into. Where slices are joined to objects of a series, the table of cases has told those of series.
    private static MetricValue[] OfLevel(
        Predictions predictions, Func<CaseFindings, bool> isKnown, Func<IReadOnlyList<IReadOnlyList<CaseFindings>>, RowFigures> figures, FindingOptions options)
    {
        if (options.Join is not { } join)
            return Compute(predictions, [.. predictions.Findings!.Select(row => row.Members.ToArray())], isKnown, figures, options.Confidence, "case");
        return predictions.Findings!.All(row => row.Parts.All(part => part.Parts.Count == 0))
            ? []
            : Compute(predictions, [.. predictions.Findings!.Select(row => JoinedSeries.Within(row, join).ToArray())], isKnown, figures, options.Confidence, "case");
    }

    private static MetricValue[] Compute(
        Predictions predictions, CaseFindings[][] all, Func<CaseFindings, bool> isKnown, Func<IReadOnlyList<IReadOnlyList<CaseFindings>>, RowFigures> figures, ConfidenceOptions? confidence, string at)
    {
        var known = Array.ConvertAll(all, row => Array.FindAll(row, member => isKnown(member)));
        var rows = Enumerable.Range(0, all.Length).Where(row => known[row].Length > 0).ToArray();
        if (rows.Length == 0)
            return [];
        var of = figures([.. rows.Select(row => known[row])]);
        var names = of.Names.GroupBy(figure => (figure.Name, figure.HigherIsBetter)).ToList();
        var cohort = new Cohort(TableRows.Take(predictions, rows), confidence?.By ?? ConfidenceUnit.Subject);
        var values = WithMeans(of, names, Weights(cohort, cohort.Once));
        var intervals = confidence is null
            ? new Interval?[values.Length]
            : FigureIntervals.Resampled(cohort, values, confidence, (times, figures) => WithMeans(of, names, Weights(cohort, times)).CopyTo(figures, 0));
        var subjects = cohort.SubjectsAmong(Enumerable.Range(0, rows.Length));
        var columns = names.SelectMany(group => Classes(group).Select(figure => (group.Key.Name, Class: (string?)figure.Class, group.Key.HigherIsBetter)).Append((group.Key.Name, null, group.Key.HigherIsBetter)));
        return [.. columns.Select((figure, place) => new MetricValue
        {
            Name = figure.Name,
            Label = figure.Class,
            At = at,
            Value = values[place],
            Low = intervals[place]?.Low,
            High = intervals[place]?.High,
            Level = intervals[place] is null ? null : confidence!.Level,
            Count = rows.Length,
            Subjects = subjects,
            HigherIsBetter = figure.HigherIsBetter,
        })];
    }

    private static IEnumerable<FigureName> Classes(IEnumerable<FigureName> figures) => figures.Skip(1).Any() ? figures : [];

    // How often each row counts, from how often its subject does.
    private static double[] Weights(Cohort cohort, int[] times) => Array.ConvertAll(cohort.UnitOf, unit => (double)times[unit]);

    // Figure by figure: its classes in their order, then their mean.
    private static double[] WithMeans(RowFigures figures, IEnumerable<IEnumerable<FigureName>> groups, double[] weights)
    {
        var byName = figures.Names.Zip(figures.Compute(weights)).ToDictionary(pair => (pair.First.Name, pair.First.Class), pair => pair.Second);
        return [.. groups.SelectMany(group =>
        {
            var mean = group.Select(figure => byName[(figure.Name, figure.Class)]).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average();
            return Classes(group).Select(figure => byName[(figure.Name, figure.Class)]).Append(mean);
        })];
    }
}
