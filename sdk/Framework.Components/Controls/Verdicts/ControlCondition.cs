namespace Framework.Components.Controls;

/// <summary>One of the ways in which a figure can be as expected.</summary>
/// <param name="Holds">Whether it is so; null where there are too few subjects to tell.</param>
/// <param name="Words">What is expected: <c>at most 0.65</c>.</param>
internal sealed record ControlCondition(bool? Holds, string Words)
{
    // From here on chance explains whatever a control scores.
    private const double VacuousSpread = 0.4;

    /// <summary>The conditions that can be looked at, at least one.</summary>
    /// <param name="expected">Which conditions there are.</param>
    /// <param name="figure">The control's figure.</param>
    /// <param name="run">The run's; null where it has none.</param>
    /// <param name="spread">How far chance may take the figure.</param>
    /// <param name="margin">What lies between the figures of a clear difference, on the scale of the AUROC.</param>
    public static IReadOnlyList<ControlCondition> Of(ControlExpectation expected, MetricValue figure, MetricValue? run, double spread, double margin)
    {
        var conditions = new List<ControlCondition>();
        var chance = ChanceLevel.Of(figure.Name);
        if (expected.AtChance && chance is { } guessing)
        {
            var most = guessing + spread;
            conditions.Add(figure.Value > guessing && spread >= VacuousSpread
                ? new ControlCondition(null, "what chance gives, which on so few subjects is anything,")
                : new ControlCondition(figure.Value <= most || figure.Low <= guessing, FormattableString.Invariant($"at most {Math.Min(most, 1):F3}, which chance can give,")));
        }

        if (expected.AtMost is { } limit && chance is not null)
        {
            var most = ChanceLevel.Rescale(figure.Name, limit);
            conditions.Add(new ControlCondition(figure.Value <= most, FormattableString.Invariant($"at most {most}")));
        }

        if (expected.BelowRun)
            conditions.Add(new ControlCondition(run is not null && IsClearlyBetter(run, figure, chance is null ? 0 : margin), "clearly less than the run"));
        if (expected.NotAboveRun)
            conditions.Add(new ControlCondition(run is not null && !IsClearlyWorse(run, figure, chance is null ? 0 : margin), "not clearly more than the run"));
        return conditions.Count > 0 ? conditions : [new ControlCondition(false, "a metric with a known chance level, such as 'auroc',")];
    }

    private static bool IsClearlyWorse(MetricValue run, MetricValue figure, double margin) => run.HigherIsBetter
        ? figure.Value > (run.High ?? run.Value + margin)
        : figure.Value < (run.Low ?? run.Value - margin);

    private static bool IsClearlyBetter(MetricValue run, MetricValue figure, double margin) => run.HigherIsBetter
        ? run.Low is { } low ? low > figure.Value : run.Value > figure.Value + margin
        : run.High is { } high ? high < figure.Value : run.Value < figure.Value - margin;
}
