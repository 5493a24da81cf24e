using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Figures;

/// <summary>A metric whose figures can be computed again for a resampled cohort, which is where its intervals come from.</summary>
public abstract class FigureMetric : IMetric
{
    private readonly string _name;
    private readonly bool _higherIsBetter;
    private readonly ConfidenceOptions? _confidence;

    private protected FigureMetric(string name, bool higherIsBetter, ConfidenceOptions? confidence)
    {
        (_name, _higherIsBetter, _confidence) = (name, higherIsBetter, confidence);
    }

    /// <inheritdoc />
    /// <exception cref="ExperimentException">The metric has no figure for labels like these.</exception>
    /// <exception cref="TrainingException">There is no row, or the output of a row whose target is known is NaN.</exception>
    public IReadOnlyList<MetricValue> Compute(Predictions predictions)
    {
        var cohort = CohortOf(predictions);
        var list = ListOf(predictions, cohort);
        var values = new double[list.Figures.Count];
        list.Compute(cohort.Once, values);
        var intervals = _confidence is null ? new Interval?[values.Length] : FigureIntervals.Of(list, cohort, values, _confidence);
        return [.. values.Select((value, i) => Describe(list.Figures[i].Basis, value, intervals[i]))];
    }

    /// <summary>The same figures without intervals, which take most of the time.</summary>
    /// <param name="predictions">At least one row.</param>
    /// <inheritdoc cref="Compute" path="/exception" />
    public IReadOnlyList<MetricValue> WithoutIntervals(Predictions predictions)
    {
        var cohort = CohortOf(predictions);
        var list = ListOf(predictions, cohort);
        var values = new double[list.Figures.Count];
        list.Compute(cohort.Once, values);
        return [.. values.Select((value, i) => Describe(list.Figures[i].Basis, value, null))];
    }

    /// <summary>The figures of a table.</summary>
    internal abstract FigureList Figures(Predictions predictions, Cohort cohort);

    /// <summary>Stops on what no figure can be computed from.</summary>
    internal void Check(Predictions predictions)
    {
        if (predictions.Rows.Count == 0)
            throw new TrainingException($"'{_name}' was given no case. A metric needs at least one; give the part more subjects.");
        for (var i = 0; i < predictions.Outputs.Length; i++)
        {
            if (!double.IsNaN(predictions.Outputs[i]) || double.IsNaN(predictions.Targets[i]))
                continue;
            var (row, label) = Math.DivRem(i, predictions.Labels.Count);
            throw new TrainingException($"'{_name}' needs a number for each case and label; the output of '{predictions.Labels[label]}' for the case "
                + $"'{predictions.Rows[row].Case}' is NaN. Look at how that case was predicted.");
        }
    }

    private Cohort CohortOf(Predictions predictions)
    {
        Check(predictions);
        return new Cohort(predictions, _confidence?.By ?? ConfidenceUnit.Subject);
    }

    private FigureList ListOf(Predictions predictions, Cohort cohort) => Figures(predictions, cohort) is { Figures.Count: > 0 } list ? list : throw new ExperimentException(
        $"'{_name}' is for groups of labels whose classes are grades, and there is none. Take it out of 'metrics', or use a data source with ordered groups.");

    private MetricValue Describe(FigureBasis basis, double value, Interval? interval) => new()
    {
        Name = _name,
        Label = basis.Label,
        Value = value,
        Low = interval?.Low,
        High = interval?.High,
        Level = interval is null ? null : _confidence!.Level,
        Count = basis.Count,
        Positives = basis.Positives,
        Subjects = basis.Subjects,
        HigherIsBetter = _higherIsBetter,
    };
}
