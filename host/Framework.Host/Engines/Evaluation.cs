using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Everything that follows from the units' predictions: the pooled tables and their figures.</summary>
internal sealed class Evaluation
{
    private readonly Experiment _experiment;
    private readonly List<(UnitFolder Unit, string Split, Predictions Raw, Predictions Table)> _tables;

    /// <summary>Reads the tables of all units from their folders, so that a figure never depends on which process made a table.</summary>
    public Evaluation(RunWork work)
    {
        _experiment = work.Experiment;
        _tables = [.. work.Folder.Units.Where(unit => unit.IsFinished).SelectMany(unit => Read(unit, work.VariantOf(unit.Unit.Id).Experiment, work.DataOf(unit.Unit.Id)))];
        Pooled = [.. Pool()];
    }

    /// <summary>The figures of one unit alone.</summary>
    public IReadOnlyList<MetricRow> Of(UnitFolder unit) =>
        [.. _tables.Where(table => table.Unit == unit).SelectMany(table => Score(unit.Unit.Id, table.Split, table.Table))];

    /// <summary>The figures over all folds and repeats: stage by stage, split by split, the run itself before its controls.</summary>
    public IReadOnlyList<MetricRow> All() =>
        [.. Pooled.SelectMany(pool => Score(pool.Unit, pool.Split, pool.Table))];

    /// <summary>The tables over all folds and repeats, in the order of the figures: rows as they were predicted, and one a case as it is scored. The unit stands for all that were pooled.</summary>
    public IReadOnlyList<(UnitId Unit, string Split, Predictions Rows, Predictions Table)> Pooled { get; }

    /// <summary>A unit's tables as they are in its file, and with outputs and thresholds as they were fixed on its validation part.</summary>
    private static IEnumerable<(UnitFolder Unit, string Split, Predictions Raw, Predictions Table)> Read(UnitFolder unit, Experiment experiment, PreparedData data)
    {
        var parts = PredictionsFile.Read(unit.Predictions, data.Cases, data.Index.Groups);
        // Cross-fitted units answer for what they leave out, and have nothing that decisions could be fitted on.
        if (unit.Unit.Id.HeldOut is not null)
            return parts.Select(part => (unit, part.Split, part.Table, part.Table));
        var fitting = new DecisionFitting(experiment, data.Split);
        var rule = fitting.Of(unit, parts.FirstOrDefault(part => part.Split == PreparedData.Evaluated[0].Name).Table);
        return parts.Select(part => (unit, part.Split, part.Table, rule.Decide(rule.Calibrate(FindingsTable.Attach(unit, part.Split, part.Table)), "case")));
    }

    private IEnumerable<(UnitId Unit, string Split, Predictions Rows, Predictions Table)> Pool() =>
        from variant in _experiment.AllVariants()
        from stage in variant.Stages
        from split in Splits
        from control in _experiment.Controls.Select(control => control.Name).Prepend(null)
        let own = _tables.Where(table => table.Split == split && IsOf(table.Unit.Unit.Id, stage.Name, control, variant.Variant)).ToList()
        where own.Count > 0
        let raw = Predictions.Concat([.. own.Select(table => table.Raw)])
        let rows = Predictions.Concat([.. own.Select(table => table.Table)])
        select (own[0].Unit.Unit.Id, split, raw, OneRowPerCase(rows));

    private static IEnumerable<string> Splits => PreparedData.Evaluated.Select(part => part.Name).Prepend(CaseAssignment.OutOfFold);

    private static bool IsOf(UnitId unit, string stage, string? control, string? variant) => unit.Stage == stage && unit.Control == control && unit.Variant == variant;

    private IEnumerable<MetricRow> Score(UnitId unit, string split, Predictions table) =>
        from metric in _experiment.Metrics
        from value in Compute(metric, unit, table)
        select MetricRow.Of(unit.Stage, split, unit.Control, value) with { Variant = unit.Variant };

    private static IReadOnlyList<MetricValue> Compute(Bound<IMetric> metric, UnitId unit, Predictions table)
    {
        try
        {
            return metric.Instance.Compute(table);
        }
        catch (Exception e) when (e is not (FrameworkException or OperationCanceledException))
        {
            var size = $"{table.Rows.Count} cases of {table.Labels.Count} labels";
            throw new TrainingException($"{unit.Name}: the metric '{metric.Name}' failed on {size}: {e.Message}", e);
        }
    }

    /// <summary>
    /// A case that several folds or repeats predicted counts once, with the mean of its outputs and of its thresholds. There is no mean of findings: each
    /// model's are a row.
    /// </summary>
    private static Predictions OneRowPerCase(Predictions rows)
    {
        if (rows.Findings is not null)
            return rows;
        var groups = Enumerable.Range(0, rows.Rows.Count).GroupBy(row => rows.Rows[row].Case).ToList();
        if (groups.Count == rows.Rows.Count)
            return rows;
        var labels = Enumerable.Range(0, rows.Labels.Count).ToList();
        return new Predictions(
            rows.Labels,
            [.. groups.Select(group => rows.Rows[group.First()])],
            [.. groups.SelectMany(group => labels.Select(label => rows.Target(group.First(), label)))],
            [.. groups.SelectMany(group => labels.Select(label => group.Average(row => rows.Output(row, label))))])
        {
            Groups = rows.Groups,
            Thresholds = rows.Thresholds.Count == 0 ? [] : [.. groups.SelectMany(group => labels.Select(label => group.Average(row => rows.Threshold(row, label))))],
        };
    }
}
