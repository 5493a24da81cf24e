using Framework.Components.Evaluation.Figures;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Finds out before any training whether levels can be joined and metrics have figures, which is otherwise known when everything else is done.</summary>
internal static class EvaluationNeeds
{
    private const int Rehearsed = 20;

    /// <summary>Joins all cases to every level, and computes the metrics of a few that nothing was predicted of.</summary>
    /// <exception cref="FrameworkException">Something would fail after the training.</exception>
    public static void Check(Experiment experiment, PreparedData data)
    {
        foreach (var own in experiment.Stages.Select(data.Of).Distinct())
            CheckOne(experiment, own);
    }

    private static void CheckOne(Experiment experiment, PreparedData data)
    {
        var cases = PreparedData.Evaluated.SelectMany(part => data.Split.Cases(0, part.Part)).ToList();
        if (experiment.Levels.Count > 0)
            _ = LevelTables.Of(Guess(data.Index, data.Cases.Values), experiment.Levels, (table, _) => table).Last();
        var few = Guess(data.Index, cases.Take(Rehearsed));
        foreach (var metric in experiment.Metrics.Select(metric => metric.Instance).OfType<FigureMetric>())
            metric.WithoutIntervals(few);
    }

    private static Predictions Guess(DataIndex index, IEnumerable<Case> cases)
    {
        var rows = cases.ToList();
        double[] targets = [.. rows.SelectMany(item => item.Labels)];
        return new Predictions(index.Labels, [.. rows.Select(item => PredictedCase.Of(item, 0))], targets, [.. targets.Select(_ => 0.5)]) { Groups = index.Groups };
    }
}
