namespace Framework.Sdk;

/// <summary>Predictions of one fold's validation part, checked to be of nobody else: the only thing that calibrations, thresholds and ensembles can be fitted on.</summary>
public sealed class ValidationPredictions
{
    private readonly Predictions _table;

    /// <summary>Checks that every row is of the validation part.</summary>
    /// <param name="split">Says who is for what.</param>
    /// <param name="fold">From 0, within its repeat.</param>
    /// <param name="repeat">From 0.</param>
    /// <param name="table">Rows are cases, or what cases were joined into.</param>
    /// <exception cref="ExperimentException">A row is of another part, or there is none.</exception>
    public ValidationPredictions(CaseSplit split, int fold, int repeat, Predictions table)
    {
        var cases = split.Cases(fold, Part.Validate, repeat);
        var own = cases.Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
        var subjects = cases.Select(item => item.Subject).ToHashSet(StringComparer.Ordinal);
        var others = split.Reachable.Select(item => item.Id).Where(id => !own.Contains(id)).ToHashSet(StringComparer.Ordinal);
        if (table.Rows.FirstOrDefault(row => !subjects.Contains(row.Subject) || others.Contains(row.Case)) is { } other)
        {
            throw new ExperimentException($"'{other.Case}' is not of the validation part of fold {split.Number(fold, repeat)}. "
                + "Calibrations and thresholds are fitted on validation cases alone: give their predictions.");
        }

        if (table.Rows.Count == 0)
        {
            throw new ExperimentException($"fold {split.Number(fold, repeat)} has no validation case, and calibrations and thresholds are fitted on them. "
                + "Give 'validate' a share of the split, or leave 'calibrate' and 'threshold' out.");
        }

        _table = table;
    }

    /// <summary>One for each group, and one for each label that is in none, in the order of the labels.</summary>
    public IReadOnlyList<ValidationQuestion> Questions =>
        [.. _table.Questions().Select(columns => Question(columns.Name, columns.Labels))];

    /// <summary>What a metric says of these predictions.</summary>
    /// <param name="metric">Any metric of labels.</param>
    public IReadOnlyList<MetricValue> Score(IMetric metric) => metric.Compute(_table);

    private ValidationQuestion Question(string name, int[] labels)
    {
        var known = Enumerable.Range(0, _table.Rows.Count).Where(row => Array.TrueForAll(labels, label => !double.IsNaN(_table.Target(row, label)))).ToList();
        return new ValidationQuestion(
            name,
            [.. labels.Select(label => _table.Labels[label])],
            [.. known.SelectMany(row => labels.Select(label => _table.Target(row, label)))],
            [.. known.SelectMany(row => labels.Select(label => _table.Output(row, label)))]);
    }
}
