using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation;

/// <summary>Net benefit of acting on outputs from a threshold on: true positives less the false positives that one accepts for them, a case (Vickers and Elkin 2006).</summary>
/// <remarks>One figure for each label and class over the rows whose target is known, and their mean. Outputs are taken as probabilities.</remarks>
/// <param name="options">The threshold and the interval, if any.</param>
public sealed class NetBenefit(NetBenefitOptions options) : FigureMetric("net-benefit", higherIsBetter: true, options.Confidence)
{
    internal override FigureList Figures(Predictions predictions, Cohort cohort) => LabelPlans.Of(predictions, cohort, Average.Macro, rows =>
        WeightedMean.Of(rows.Units, [.. rows.Targets.Zip(rows.Outputs, (target, output) => output < options.Threshold ? 0 : target > 0.5 ? 1 : Of(0, 1, 1, options.Threshold))], cohort))
        .Make(predictions, cohort);

    internal static double Of(double right, double wrong, double cases, double threshold) => (right - (wrong * threshold / (1 - threshold))) / cases;
}
