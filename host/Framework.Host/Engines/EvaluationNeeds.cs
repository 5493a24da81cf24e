using Framework.Components.Evaluation.Figures;
using Framework.Components.Evaluation.Findings;
using Framework.Components.Evaluation.Levels;
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
        CheckFindings(experiment);
        foreach (var own in experiment.Stages.Select(data.Of).Distinct())
            CheckOne(experiment, own, [.. experiment.Stages.Where(stage => data.Of(stage) == own).Select(stage => stage.Name)]);
    }

    private static void CheckOne(Experiment experiment, PreparedData data, IReadOnlyList<string> stages)
    {
        var cases = PreparedData.Evaluated.SelectMany(part => data.Split.Cases(0, part.Part)).ToList();
        if (experiment.Levels.Count > 0)
            _ = LevelTables.Of(Guess(data.Index, data.Cases.Values), experiment.Levels, (table, _) => table).Last();
        var few = Guess(data.Index, cases.Take(Rehearsed));
        foreach (var metric in experiment.Metrics.Where(metric => stages.Any(stage => experiment.Scores(metric, stage))).Select(metric => metric.Instance).OfType<FigureMetric>())
            metric.WithoutIntervals(few);
    }

    private static void CheckFindings(Experiment experiment)
    {
        var metrics = experiment.Metrics.Where(metric => metric.Instance is IFindingMetric).ToList();
        if (metrics.Count > 0 && !experiment.Stages.Any(stage => stage.Trainer.Instance.GivesFindings))
            throw new ExperimentException($"'{metrics[0].Name}' scores what is found in images, and no stage finds anything. Give a 'supervised' trainer 'objects' or 'masks', or leave the metric out.");
        var joining = metrics.Find(metric => ((IFindingMetric)metric.Instance).JoinsSlices && experiment.LevelsOf(metric) is null or { Count: > 0 });
        if (joining is not null && experiment.Levels.Count > 0 && experiment.Levels[0].By != LevelUnit.Series)
            throw new ExperimentException($"'{joining.Name}' joins slices to series, by 'join', and 'levels' goes from cases to {experiment.Levels[0].Name()} without series. Put {{ by: series, take: max }} first in 'levels'.");
    }

    private static Predictions Guess(DataIndex index, IEnumerable<Case> cases)
    {
        var rows = cases.ToList();
        double[] targets = [.. rows.SelectMany(item => item.Labels)];
        return new Predictions(index.Labels, [.. rows.Select(item => PredictedCase.Of(item, 0))], targets, [.. targets.Select(_ => 0.5)]) { Groups = index.Groups };
    }
}
