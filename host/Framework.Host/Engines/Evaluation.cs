using Framework.Components.Evaluation;
using Framework.Components.Evaluation.Readers;
using Framework.Host.Engines.Decisions;
using Framework.Host.Engines.External;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Binding;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Everything that follows from the units' predictions: the pooled tables of every level and their figures.</summary>
internal sealed class Evaluation
{
    private readonly Experiment _experiment;
    private readonly MetricScores _scores;
    private readonly List<UnitTable> _tables;
    private readonly EnsembleTables _ensembles;
    private readonly Lazy<Dictionary<UnitFolder, IReadOnlyList<MetricRow>>> _ofUnits;
    private readonly Lazy<IReadOnlyList<MetricRow>> _all;

    /// <summary>Reads the tables of all units from their folders, so that a figure never depends on which process made a table.</summary>
    public Evaluation(RunWork work)
    {
        _experiment = work.Experiment;
        _scores = new MetricScores(work.Experiment);
        var finished = work.Folder.Units.Where(unit => unit.IsFinished).ToList();
        _tables = [.. finished.SelectMany(unit => Read(unit, work.VariantOf(unit.Unit.Id).Experiment, work.DataOf(unit.Unit.Id)))];
        _ensembles = new EnsembleTables(work, _tables);
        Levels = [.. Pool()];
        _ofUnits = new(() => finished.ToDictionary(unit => unit, Score));
        _all = new(() => [.. Levels.SelectMany(Score)]);
        Readers = [.. Read(work.Data.ReaderCalls ?? [])];
    }

    /// <summary>The tables of single units at every level.</summary>
    public IReadOnlyList<UnitTable> Tables => _tables;

    /// <summary>The figures of one unit alone.</summary>
    public IReadOnlyList<MetricRow> Of(UnitFolder unit) => _ofUnits.Value.GetValueOrDefault(unit, []);

    /// <summary>The figures over all folds and repeats: stage by stage, split by split, level by level, the run itself before its controls.</summary>
    public IReadOnlyList<MetricRow> All() => _all.Value;

    /// <summary>Metrics that have no figure of any table, though they were computed of all.</summary>
    public IReadOnlyList<string> Silent => _all.Value is { } ? _scores.Silent : [];

    /// <summary>The tables over all folds and repeats at every level, in the order of the figures.</summary>
    public IReadOnlyList<PooledTable> Levels { get; }

    /// <summary>Those at the level of cases: rows as they were predicted, and one a case as it is scored.</summary>
    public IReadOnlyList<(UnitId Unit, string Split, Predictions Rows, Predictions Table)> Pooled =>
        [.. Levels.Where(pool => pool.At == LevelTables.Case).Select(pool => (pool.Unit, pool.Split, pool.Rows, pool.Table))];

    /// <summary>People beside the run's predictions of the cases that they called; empty where nobody did.</summary>
    public IReadOnlyList<ReaderResult> Readers { get; }

    private IEnumerable<ReaderResult> Read(IReadOnlyList<ReaderCall> calls)
    {
        var called = calls.Select(call => call.Case).ToHashSet(StringComparer.Ordinal);
        var at = _experiment.Readers?.At is { } unit ? YamlName.Value(unit.ToString()) : LevelTables.Case;
        return
            from pool in Levels
            where pool.At == at && pool.Unit.Control is null && pool.Table.Rows.Any(row => called.Contains(row.Case))
            select new ReaderResult(pool, ReaderStudy.Of(pool.Table, calls));
    }

    /// <summary>A unit's tables as they are in its file, and with outputs and thresholds as they were fixed on its validation part.</summary>
    private static IEnumerable<UnitTable> Read(UnitFolder unit, Experiment experiment, PreparedData data)
    {
        var parts = PredictionsFile.Read(unit.Predictions, data.Cases, data.Index.Groups);
        // Cross-fitted units answer for what they leave out, and have nothing that decisions could be fitted on.
        if (unit.Unit.Id.HeldOut is not null)
        {
            return
                from part in parts
                from level in LevelTables.Of(FindingsTable.Attach(unit, part.Split, part.Table), experiment.Levels, (table, _) => table)
                select new UnitTable(unit, part.Split, level.At, part.Table, level.Table);
        }

        var fitting = new DecisionFitting(experiment, data.Split);
        var rule = fitting.Of(unit, parts.FirstOrDefault(part => part.Split == PreparedData.Evaluated[0].Name).Table);
        IEnumerable<(string Split, Predictions Table)> external = File.Exists(unit.External) ? PredictionsFile.Read(unit.External, data.Cases, data.Index.Groups) : [];
        return
            from part in parts.Concat(external)
            let findings = FindingsTable.Attach(unit, part.Split, part.Table)
            from level in LevelTables.Of(rule.Calibrate(findings), experiment.Levels, rule.Decide)
            select new UnitTable(unit, part.Split, level.At, part.Table, level.Table);
    }

    private IEnumerable<PooledTable> Pool() =>
        from variant in _experiment.AllVariants()
        from stage in variant.Stages
        from split in Splits
        from at in _experiment.Levels.Select(level => level.Name()).Prepend(LevelTables.Case)
        from control in _experiment.Controls.Select(control => control.Name).Prepend(null)
        let own = _tables.Where(table => table.Split == split && table.At == at && IsOf(table.Unit.Unit.Id, stage.Name, control, variant.Variant)).ToList()
        where own.Count > 0
        let repeats = own.GroupBy(table => table.Unit.Unit.Id.Repeat).Select(Join).ToList()
        let raw = Predictions.Concat([.. own.Select(table => table.Raw)])
        select new PooledTable(own[0].Unit.Unit.Id, split, at, raw, _ensembles.Of(own[0].Unit.Unit.Id, split, at) ?? Join(own), repeats.Count > 1 ? repeats : []);

    private static IEnumerable<string> Splits => PreparedData.Evaluated.Select(part => part.Name).Prepend(CaseAssignment.OutOfFold).Append(ExternalEvaluation.Split);

    private static bool IsOf(UnitId unit, string stage, string? control, string? variant) => unit.Stage == stage && unit.Control == control && unit.Variant == variant;

    private IReadOnlyList<MetricRow> Score(UnitFolder unit) =>
        [.. _tables.Where(table => table.Unit == unit).SelectMany(table => _scores.Of(unit.Unit.Id, table.Split, table.At, table.Table))];

    private IEnumerable<MetricRow> Score(PooledTable pool)
    {
        var folds = _ofUnits.Value.Where(pair => IsOf(pair.Key.Unit.Id, pool.Unit.Stage, pool.Unit.Control, pool.Unit.Variant)).SelectMany(pair => pair.Value).ToLookup(row => row.Place);
        var repeats = pool.Repeats.SelectMany(table => _scores.WithoutIntervals(pool.Unit, pool.Split, pool.At, table)).ToLookup(row => row.Place);
        return _scores.Of(pool.Unit, pool.Split, pool.At, pool.Table).Select(row => row with { Folds = SpreadOf(folds[row.Place]), Repeats = SpreadOf(repeats[row.Place]) });
    }

    private static Spread? SpreadOf(IEnumerable<MetricRow> rows) => Spread.Of(rows.Select(row => row.Value ?? double.NaN));

    private static Predictions Join(IEnumerable<UnitTable> tables) => OneRowPerCase(Predictions.Concat([.. tables.Select(table => table.Table)]));

    /// <summary>
    /// A case that several folds or repeats predicted counts once, with the mean of its outputs and of its thresholds. There is no mean of findings: each
    /// model's are a row.
    /// </summary>
    /// <param name="rows">A row for each case and model.</param>
    /// <param name="weights">How much each row counts; alike where null, or where all of a case count 0.</param>
    public static Predictions OneRowPerCase(Predictions rows, IReadOnlyList<double>? weights = null)
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
            [.. groups.SelectMany(group => labels.Select(label => Mean(group, row => rows.Output(row, label))))])
        {
            Groups = rows.Groups,
            Thresholds = rows.Thresholds.Count == 0 ? [] : [.. groups.SelectMany(group => labels.Select(label => Mean(group, row => rows.Threshold(row, label))))],
        };

        double Mean(IGrouping<string, int> group, Func<int, double> of) => weights is not null && group.Sum(row => weights[row]) is > 0 and var sum
            ? group.Sum(row => weights[row] * of(row)) / sum
            : group.Average(of);
    }
}
