using System.Globalization;
using Framework.Components.Evaluation.Comparison;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines.Comparison;
using Framework.Host.Engines.External;
using Framework.Host.Experiments;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>The stage that the experiment is about against each other stage, on the same cases: a network beside a score that readers use, an ensemble beside its parts.</summary>
internal sealed class StageComparison : IReportPart
{
    private const double Alpha = 0.05;
    private const string Auroc = "auroc";

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var pools = run.Pooled.Where(pool => pool.Unit.Control is null && pool.Unit.Variant == run.Experiment.Variant && pool.Split != ExternalEvaluation.Split && pool.Table.Findings is null).ToList();
        var split = pools.Any(pool => pool.Split == "test") ? "test" : "validate";
        var main = run.Experiment.Headline?.Stage ?? pools.LastOrDefault(pool => pool.Split == split).Unit?.Stage ?? "";
        if (pools.Find(pool => pool.Split == split && pool.Unit.Stage == main) is not { Table: { } ours })
            yield break;
        var others = pools.Where(pool => pool.Split == split && pool.Unit.Stage != main).ToList();
        List<(string Stage, string Against, ComparisonResult Result)> results =
        [
            .. others.SelectMany(pool => Compare(run.Experiment, ours, pool.Table).Select(result => (main, pool.Unit.Stage, result))),
            .. from first in others.Index()
               from second in others.Take(first.Index)
               from result in OfHeadline(run.Experiment, first.Item.Table, second.Table)
               select (first.Item.Unit.Stage, second.Unit.Stage, result),
        ];
        if (results.Count == 0)
            yield break;
        var corrected = RunComparison.Holm([.. results.Select(each => each.Result.P)]);
        yield return new ReportSection(ReportPlace.Scores, $"'{main}' against the other stages",
        [
            new TextBlock(Words(run)),
            new TableBlock(
                [new("metric"), new("label"), new("stage"), new("against"), new("its figure", true), new("the other's", true), new("difference", true), new("p", true), new("corrected", true), new("cases", true), new("subjects", true), new("")],
                [.. results.Select((each, at) => Cells(each.Stage, each.Against, each.Result, corrected[at]))]),
        ]);
    }

    private static string Words(ReportedRun run) => (run.Experiment.Headline?.Metric is { } metric && metric != Auroc ? $"{metric} by a paired bootstrap of subjects, and areas" : "Areas")
        + " under ROC curves over the same cases, with DeLong's paired test; p is corrected by Holm for the tests of this table."
        + (run.Work is { Data.Split.Folds: > 1 } ? " The cases of all folds are ranked together, so that outputs of different folds' models are compared with each other." : "");

    private static IReadOnlyList<ComparisonResult> Compare(Experiment experiment, Predictions ours, Predictions other)
    {
        // Of a question with two answers one curve is the other's mirror: one test, not two.
        var mirrored = ours.Groups.Where(group => group.Labels.Count == 2).Select(group => group.Labels[0]).ToHashSet();
        return AreComparable(ours, other)
            ? [.. OfHeadline(experiment, ours, other), .. PairedDeLong.Compare(PairedPredictions.Of(ours, other)).Where(result => !mirrored.Contains(result.Label!))]
            : [];
    }

    // The figure that the run is about, where it is no area under a curve.
    private static IReadOnlyList<ComparisonResult> OfHeadline(Experiment experiment, Predictions first, Predictions second) => experiment.Headline is { Metric: not Auroc and var name } headline
        && experiment.Metrics.FirstOrDefault(metric => metric.Name == name) is { } metric && AreComparable(first, second)
        ? [.. PairedBootstrap.Compare(metric.Instance, PairedPredictions.Of(first, second)).Where(result => result.Label == headline.Label)]
        : [];

    private static bool AreComparable(Predictions first, Predictions second)
    {
        var cases = second.Rows.Select(row => row.Case).ToHashSet(StringComparer.Ordinal);
        return first.Labels.SequenceEqual(second.Labels) && first.Rows.Any(row => cases.Contains(row.Case));
    }

    private static IReadOnlyList<TableCell> Cells(string stage, string against, ComparisonResult result, double corrected) =>
    [
        result.Metric, result.Label ?? "all", stage, against, new TableCell(Number(result.First), Tone.Strong), Number(result.Second),
        new TableCell(Number(result.Difference), Tone.Plain, result is { Low: { } low, High: { } high } ? $"[{Number(low)}, {Number(high)}]" : ""),
        Number(result.P), Number(corrected), Count(result.Count), Count(result.Subjects), corrected < Alpha ? "" : "not distinguishable",
    ];

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double value) => double.IsNaN(value) ? "–" : value.ToString("F3", CultureInfo.InvariantCulture);
}
