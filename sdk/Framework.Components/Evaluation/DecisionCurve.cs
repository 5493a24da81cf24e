namespace Framework.Components.Evaluation;

/// <summary>A decision curve: the net benefit of acting on a model beside acting on all and on none (Vickers and Elkin 2006).</summary>
/// <param name="Thresholds">Probabilities from which one would act, rising.</param>
/// <param name="Model">Net benefit of acting from that output on, in true positives a case.</param>
/// <param name="All">Net benefit of acting on every case. That of acting on none is 0.</param>
public sealed record DecisionCurve(IReadOnlyList<double> Thresholds, IReadOnlyList<double> Model, IReadOnlyList<double> All)
{
    /// <summary>Computes the curve of one label.</summary>
    /// <param name="targets">1 for a positive, 0 for a negative; at least one.</param>
    /// <param name="outputs">Probabilities; as many as targets.</param>
    /// <param name="thresholds">Above 0 and below 1; every hundredth where not given.</param>
    public static DecisionCurve Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs, IReadOnlyList<double>? thresholds = null)
    {
        thresholds ??= [.. Enumerable.Range(1, 99).Select(hundredth => hundredth / 100.0)];
        var order = ScoreOrder.Of(targets, outputs);
        var (model, all) = (new double[thresholds.Count], new double[thresholds.Count]);
        for (var i = 0; i < thresholds.Count; i++)
        {
            var last = order.Thresholds.TakeWhile(score => score >= thresholds[i]).Count() - 1;
            var (right, wrong) = last < 0 ? (0, 0) : (order.TruePositives[last], order.FalsePositives[last]);
            model[i] = NetBenefit.Of(right, wrong, targets.Length, thresholds[i]);
            all[i] = NetBenefit.Of(order.Positives, order.Negatives, targets.Length, thresholds[i]);
        }

        return new DecisionCurve(thresholds, model, all);
    }
}
