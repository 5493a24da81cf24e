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

    /// <summary>
    /// What is to be tried, each with the keys of what asks for it: all cases are joined to every level, and the metrics of a few that nothing was predicted of are computed. Each throws
    /// <see cref="FrameworkException"/> where something would fail after the training.
    /// </summary>
    public static IEnumerable<(string[] Within, Action Check)> Checks(Experiment experiment, PreparedData data)
    {
        foreach (var metric in experiment.Metrics.Where(metric => metric.Instance is IFindingMetric))
            yield return (["metrics"], () => CheckFindings(metric, experiment));
        foreach (var own in experiment.Stages.Select(data.Of).Distinct())
        {
            if (experiment.Levels.Count > 0)
                yield return (["levels"], () => _ = LevelTables.Of(Guess(own.Index, own.Cases.Values), experiment.Levels, (table, _) => table).Last());
            var stages = experiment.Stages.Where(stage => data.Of(stage) == own).Select(stage => stage.Name).ToList();
            var few = new Lazy<Predictions>(() => Guess(own.Index, PreparedData.Evaluated.SelectMany(part => own.Split.Cases(0, part.Part)).Take(Rehearsed)));
            foreach (var metric in experiment.Metrics.Where(metric => stages.Any(stage => experiment.Scores(metric, stage))))
            {
                if (metric.Instance is FigureMetric figures)
                    yield return (["metrics"], () => figures.WithoutIntervals(few.Value));
            }
        }
    }

    private static void CheckFindings(Bound<IMetric> metric, Experiment experiment)
    {
        if (!experiment.Stages.Any(stage => stage.Trainer.Instance.GivesFindings))
            throw new ExperimentException($"'{metric.Name}' scores what is found in images, and no stage finds anything. Give a 'supervised' trainer 'objects' or 'masks', or leave the metric out.");
        var joins = ((IFindingMetric)metric.Instance).JoinsSlices && experiment.LevelsOf(metric) is null or { Count: > 0 };
        if (joins && experiment.Levels.Count > 0 && experiment.Levels[0].By != LevelUnit.Series)
            throw new ExperimentException($"'{metric.Name}' joins slices to series, by 'join', and 'levels' goes from cases to {experiment.Levels[0].Name()} without series. Put {{ by: series, take: max }} first in 'levels'.");
    }

    private static Predictions Guess(DataIndex index, IEnumerable<Case> cases)
    {
        var rows = cases.ToList();
        double[] targets = [.. rows.SelectMany(item => item.Labels)];
        return new Predictions(index.Labels, [.. rows.Select(item => PredictedCase.Of(item, 0))], targets, [.. targets.Select(_ => 0.5)]) { Groups = index.Groups };
    }
}
