using Framework.Components.Reporting;

namespace Framework.Components.Controls;

/// <summary>Compares a control's figures with what is expected of it. A pure function of the figures.</summary>
public static class ControlJudge
{
    private const double ClearMargin = 0.1;

    /// <summary>A verdict for each control of each stage, in the order of the rules.</summary>
    /// <param name="rules">What is expected.</param>
    /// <param name="scores">The figures of the run and of its controls.</param>
    public static IReadOnlyList<ControlVerdict> Judge(IReadOnlyList<ControlRule> rules, IReadOnlyList<Score> scores) =>
        [.. from stage in scores.Select(score => score.Stage).Distinct() from rule in rules select Judge(rule, stage, [.. scores.Where(score => score.Stage == stage)])];

    private static ControlVerdict Judge(ControlRule rule, string stage, Score[] scores)
    {
        var split = scores.Any(score => score.Split == "test" && score.Control == rule.Control) ? "test" : "validate";
        var own = scores.Where(score => score.Split == split && score.Control == rule.Control && double.IsFinite(score.Metric.Value)).Select(score => score.Metric).ToList();
        var run = scores.Where(score => score.Split == split && score.Control is null).Select(score => score.Metric).ToList();
        var outcome = rule.Band is { } band ? WithinBand(band, own, run)
            : rule.Expected.NeverBetter ? NeverBetter(own, run)
            : AsExpected(rule.Expected, own, run);
        var otherwise = outcome.Passed == false && rule.Expected.Otherwise.Length > 0 && rule.Band is null ? $" {rule.Expected.Otherwise}" : "";
        return new ControlVerdict
        {
            Stage = stage,
            Split = split,
            Control = rule.Control,
            Passed = outcome.Passed,
            MustPass = rule.MustPass,
            Metric = outcome.Figure?.Name,
            Label = outcome.Figure?.Label,
            Value = outcome.Figure?.Value,
            Run = outcome.Figure is { } figure ? Beside(run, figure)?.Value : null,
            Words = outcome.Words + otherwise,
        };
    }

    private static Outcome WithinBand(ExpectedBand band, List<MetricValue> own, List<MetricValue> run)
    {
        var named = own.Where(figure => figure.Name == band.Metric && figure.At == band.At && (band.Label is null || figure.Label == band.Label)).ToList();
        var judged = band.Label is null ? Overall(named) : named;
        if (judged.Count == 0)
            return new Outcome(null, null, $"there is no figure '{band.Metric}'{(band.Label is { } label ? $" of '{label}'" : "")} to judge. Correct 'expect', or add the metric.");
        var figure = judged.FirstOrDefault(one => !band.Holds(one.Value)) ?? judged[0];
        return new Outcome(judged.All(one => band.Holds(one.Value)), figure, $"{Text(figure, run)}; {band.Words}.");
    }

    private static Outcome NeverBetter(List<MetricValue> own, List<MetricValue> run)
    {
        var pairs = Overall(own).Where(figure => ConstantComparison.IsFair(figure.Name)).Select(figure => (Own: figure, Run: Beside(run, figure))).Where(pair => pair.Run is { } beside && double.IsFinite(beside.Value)).ToList();
        if (pairs.Count == 0)
            return new Outcome(null, null, "there is no figure to judge. Add one to 'metrics'.");
        var beaten = pairs.Where(pair => IsBetter(pair.Own, pair.Run!.Value)).Select(pair => pair.Own).ToList();
        return beaten.Count == 0
            ? new Outcome(true, pairs[0].Own, "no figure is better than the run's.")
            : new Outcome(false, beaten[0], $"{string.Join(", ", beaten.Select(figure => Text(figure, run)))}; the run must not be worse.");
    }

    private static Outcome AsExpected(ControlExpectation expected, List<MetricValue> own, List<MetricValue> run)
    {
        var known = own.FirstOrDefault(figure => ChanceLevel.Of(figure.Name) is not null)?.Name;
        var judged = Overall([.. own.Where(figure => figure.Name == known && figure.At == "case")]);
        if (judged.Count == 0 && (expected.BelowRun || expected.NotAboveRun))
            judged = [.. Overall(own).Where(figure => Beside(run, figure) is not null).Take(1)];
        if (judged.Count == 0)
            return new Outcome(null, null, "there is no figure to judge. Add 'auroc' to 'metrics'.");
        var conditions = judged.Select(figure => (Figure: figure, Conditions: ControlCondition.Of(expected, figure, Beside(run, figure), SpreadOf(figure, own), ClearMargin))).ToList();
        var worst = conditions.Where(pair => !pair.Conditions.Any(condition => condition.Holds == true)).OrderBy(pair => pair.Conditions.Any(condition => condition.Holds is null)).FirstOrDefault();
        var shown = worst.Figure is not null ? worst : conditions[0];
        bool? passed = worst.Figure is null ? true : worst.Conditions.Any(condition => condition.Holds is null) ? null : false;
        var words = string.Join(" or ", shown.Conditions.Select(condition => condition.Words));
        return new Outcome(passed, shown.Figure, $"{Text(shown.Figure, run)}; {words} is expected.");
    }

    /// <summary>A mean over labels is as uncertain as its labels, of which nobody knows how they hang together.</summary>
    private static double SpreadOf(MetricValue figure, List<MetricValue> own)
    {
        var labels = own.Where(one => one.Name == figure.Name && one.At == figure.At && one.Label is not null).ToList();
        return figure.Label is null && labels.Count > 0 ? labels.Average(ChanceLevel.Spread) : ChanceLevel.Spread(figure);
    }

    /// <summary>Of each metric the figure over all labels where there is one, else those of the labels.</summary>
    private static List<MetricValue> Overall(IReadOnlyList<MetricValue> figures) =>
        [.. figures.Where(figure => figure.Label is null || !figures.Any(other => other.Label is null && other.Name == figure.Name && other.At == figure.At))];

    private static MetricValue? Beside(List<MetricValue> run, MetricValue figure) =>
        run.FirstOrDefault(other => other.Name == figure.Name && other.Label == figure.Label && other.At == figure.At);

    private static bool IsBetter(MetricValue figure, double than) => figure.HigherIsBetter ? figure.Value > than : figure.Value < than;

    private static string Text(MetricValue figure, List<MetricValue> run)
    {
        var beside = Beside(run, figure) is { } ours && double.IsFinite(ours.Value) ? FormattableString.Invariant($", the run {ours.Value:F3}") : "";
        return FormattableString.Invariant($"{figure.Name}{(figure.Label is { } label ? $" of '{label}'" : "")} {figure.Value:F3}{beside}");
    }

    private sealed record Outcome(bool? Passed, MetricValue? Figure, string Words);
}
