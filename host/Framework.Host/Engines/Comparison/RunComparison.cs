using Framework.Components.Evaluation.Comparison;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines.Comparison;

/// <summary>Runs on the same cases, figure by figure, each against the first with paired tests.</summary>
internal static class RunComparison
{
    /// <summary>Tests every figure that the first run's metrics give, for each stage and split that both runs have.</summary>
    /// <param name="runs">At least two.</param>
    /// <exception cref="ExperimentException">Two runs have no table in common, other cases, labels or targets.</exception>
    public static IReadOnlyList<ComparedFigure> Of(IReadOnlyList<ComparedRun> runs)
    {
        var figures = Enumerable.Range(1, runs.Count - 1).SelectMany(second => Pairs(runs[0], runs[second], second)).ToList();
        var corrected = Holm([.. figures.Select(figure => figure.Result.P)]);
        return [.. figures.Select((figure, at) => figure with { Corrected = corrected[at] })];
    }

    /// <summary>Refuses a run that is there twice: 'latest' and an experiment's name easily stand for the same one.</summary>
    /// <exception cref="ExperimentException">A run, or a variant of one, is there twice.</exception>
    public static void MustDiffer(IEnumerable<ComparedRun> runs)
    {
        if (runs.GroupBy(run => run.Name).FirstOrDefault(same => same.Skip(1).Any()) is { } twice)
            throw new ExperimentException($"{twice.Key}: this run is named twice. 'latest' and an experiment's name stand for the newest run; name an older one by its folder.");
    }

    /// <summary>Holm's step-down correction (1979); a chance that is not defined stays so and counts for nothing.</summary>
    public static double[] Holm(IReadOnlyList<double> chances)
    {
        int[] order = [.. Enumerable.Range(0, chances.Count).Where(at => !double.IsNaN(chances[at])).OrderBy(at => chances[at])];
        double[] corrected = [.. chances];
        var greatest = 0.0;
        for (var rank = 0; rank < order.Length; rank++)
            corrected[order[rank]] = greatest = Math.Max(greatest, Math.Min(1, (order.Length - rank) * chances[order[rank]]));
        return corrected;
    }

    private static List<ComparedFigure> Pairs(ComparedRun first, ComparedRun second, int position)
    {
        var figures = new List<ComparedFigure>();
        foreach (var (stage, split) in first.Tables.Intersect(second.Tables))
        {
            foreach (var (at, one, other) in first.Levels(stage, split).Join(second.Levels(stage, split), own => own.At, own => own.At, (own, theirs) => (own.At, own.Table, theirs.Table)))
            {
                var pair = Pair(one, other, at == LevelTables.Case ? $"{stage}, {split}" : $"{stage}, {split}, by {at}");
                var exact = PairedDeLong.Compare(pair).ToDictionary(result => result.Label!);
                var results = Metrics(first.Experiment, stage, at).SelectMany(metric => PairedBootstrap.Compare(metric, pair))
                    .Select(result => result is { Metric: "auroc", Label: { } label } ? exact.GetValueOrDefault(label, result) : result);
                figures.AddRange(results.Concat(McNemar.Compare(pair)).Select(result => new ComparedFigure(position, stage, split, at, result, result.P)));
            }
        }

        return figures.Count > 0
            ? figures
            : throw new ExperimentException($"'{first.Name}' and '{second.Name}' have no stage and part in common. Compare runs of the same stages on the same split.");
    }

    private static IEnumerable<IMetric> Metrics(Experiment experiment, string stage, string at) =>
        from metric in experiment.Metrics
        where experiment.Scores(metric, stage) && (experiment.LevelsOf(metric) is not { } levels || levels.Contains(at))
        select metric.Instance;

    private static PairedPredictions Pair(Predictions first, Predictions second, string where)
    {
        var pair = PairedPredictions.Of(first, second);
        return pair.LeftOut == 0
            ? pair
            : throw new ExperimentException($"{where}: {pair.LeftOut} cases are in one of the runs only, and {pair.First.Rows.Count} in both. Paired tests need the same cases: "
                + "run both on the same data with the same split and seed.");
    }
}
