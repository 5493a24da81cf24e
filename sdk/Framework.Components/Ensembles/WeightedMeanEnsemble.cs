namespace Framework.Components.Ensembles;

/// <summary>The mean of what folds and repeats say of a case, each weighted by its score on its own validation part.</summary>
/// <remarks>A weight is the score less <c>above</c>, at least 0; 1 / score of a metric where less is better. Where no member that predicted a case scores more, all count alike.</remarks>
/// <param name="options">The metric.</param>
public sealed class WeightedMeanEnsemble(ScoreWeights options) : IEnsemble
{
    /// <inheritdoc />
    public double Weigh(ValidationPredictions member)
    {
        var figure = Figure(member.Score(options.By));
        if (!double.IsFinite(figure.Value))
            throw new TrainingException($"the weight of an ensemble goes by '{figure.Name}', which is not defined on the validation part. Give 'validate' a larger share, or weigh by another metric.");
        if (figure.HigherIsBetter)
            return Math.Max(0, figure.Value - options.Above);
        if (options.Above != 0)
            throw new ExperimentException($"'above' of the ensemble 'weighted-mean' is for metrics where more is better, and of '{figure.Name}' less is. Leave it out.");
        return figure.Value > 0
            ? 1 / figure.Value
            : throw new TrainingException($"the weight of an ensemble is 1 / '{figure.Name}', and that is {figure.Value} on the validation part. Weigh by another metric.");
    }

    private MetricValue Figure(IReadOnlyList<MetricValue> all)
    {
        var named = all.Where(value => options.Figure is null || value.Name == options.Figure).ToList();
        string[] names = [.. named.Select(value => value.Name).Distinct()];
        if (names.Length != 1)
            throw new ExperimentException($"the ensemble 'weighted-mean' needs one figure of its metric, and {(names.Length == 0 ? $"there is no '{options.Figure}'" : "there are several")}. Set 'figure' to one of {string.Join(", ", all.Select(value => value.Name).Distinct())}.");
        if (named.Find(value => value.Label == options.Label) is { } found)
            return found;
        if (options.Label is { } label)
            throw new ExperimentException($"the ensemble 'weighted-mean' goes by the label '{label}', for which '{names[0]}' has no figure. It has one for {string.Join(", ", named.Select(value => value.Label ?? "all labels together"))}.");
        return named[0] with { Label = null, Value = named.Select(value => value.Value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() };
    }
}
