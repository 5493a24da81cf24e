using Framework.Components.Evaluation.Figures;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Computes an experiment's metrics over tables.</summary>
internal sealed class MetricScores(Experiment experiment)
{
    private readonly HashSet<string> _heard = new(StringComparer.Ordinal);

    /// <summary>Metrics that gave no figure so far.</summary>
    public IReadOnlyList<string> Silent => [.. experiment.Metrics.Select(metric => metric.Name).Where(name => !_heard.Contains(name))];

    /// <summary>The figures of a table, with intervals where they are asked for.</summary>
    /// <param name="unit">Whose table it is.</param>
    /// <param name="split"><c>validate</c> or <c>test</c>.</param>
    /// <param name="at">What a row is.</param>
    /// <param name="table">The table.</param>
    /// <exception cref="FrameworkException">A metric failed.</exception>
    public IEnumerable<MetricRow> Of(UnitId unit, string split, string at, Predictions table) => Score(unit, split, at, table, metric => metric.Compute(table));

    /// <summary>The same figures without intervals.</summary>
    public IEnumerable<MetricRow> WithoutIntervals(UnitId unit, string split, string at, Predictions table) =>
        Score(unit, split, at, table, metric => metric is FigureMetric figures ? figures.WithoutIntervals(table) : metric.Compute(table));

    // A metric that joins the rows itself says what it joined them into.
    private static string LevelOf(MetricValue value, string at) => value.At == LevelTables.Case ? at : value.At;

    private IEnumerable<MetricRow> Score(UnitId unit, string split, string at, Predictions table, Func<IMetric, IReadOnlyList<MetricValue>> compute) =>
        from metric in experiment.Metrics
        where experiment.Scores(metric, unit.Stage) && (experiment.LevelsOf(metric) is not { } levels || levels.Contains(at))
        from value in Compute(metric, unit, table, compute)
        select MetricRow.Of(unit.Stage, split, unit.Control, value with { At = LevelOf(value, at) }) with { Variant = unit.Variant };

    private IReadOnlyList<MetricValue> Compute(Bound<IMetric> metric, UnitId unit, Predictions table, Func<IMetric, IReadOnlyList<MetricValue>> compute)
    {
        try
        {
            var values = compute(metric.Instance);
            if (values.Count > 0)
                _heard.Add(metric.Name);
            return values;
        }
        catch (Exception e) when (e is not (FrameworkException or OperationCanceledException))
        {
            var size = $"{table.Rows.Count} cases of {table.Labels.Count} labels";
            throw new TrainingException($"{unit.Name}: the metric '{metric.Name}' failed on {size}: {e.Message}", e);
        }
    }
}
