namespace Framework.Sdk;

/// <summary>A table of outputs and targets, one row a case. Metrics are pure functions of it.</summary>
public sealed class Predictions
{
    private readonly double[] _targets;
    private readonly double[] _outputs;

    /// <summary>Makes a table.</summary>
    /// <param name="labels">Names of the columns.</param>
    /// <param name="rows">Who each row is.</param>
    /// <param name="targets">Row-major (row, label); NaN where missing.</param>
    /// <param name="outputs">Row-major (row, label): probabilities.</param>
    public Predictions(IReadOnlyList<string> labels, IReadOnlyList<PredictedCase> rows, double[] targets, double[] outputs)
    {
        if (targets.Length != rows.Count * labels.Count || outputs.Length != targets.Length)
            throw new ArgumentException($"{rows.Count} rows of {labels.Count} labels need {rows.Count * labels.Count} values, not {targets.Length} and {outputs.Length}.");
        Labels = labels;
        Rows = rows;
        _targets = targets;
        _outputs = outputs;
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Who each row is.</summary>
    public IReadOnlyList<PredictedCase> Rows { get; }

    /// <summary>Which labels are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> Groups { get; init; } = [];

    /// <summary>
    /// From which output on a label counts as present, row-major (row, label): fixed before these rows were looked at, and different where
    /// folds differ. Empty where none was fixed; 0.5 counts then.
    /// </summary>
    public IReadOnlyList<double> Thresholds { get; init; } = [];

    /// <summary>What was found in each row's case, one for each row; null where the stage finds nothing but labels.</summary>
    public IReadOnlyList<CaseFindings>? Findings { get; init; }

    /// <summary>The feature vector that stood behind each row's outputs, all of one length; null where none were kept.</summary>
    public IReadOnlyList<float[]>? Features { get; init; }

    /// <summary>All targets, row-major (row, label); NaN where missing.</summary>
    public ReadOnlySpan<double> Targets => _targets;

    /// <summary>All outputs, row-major (row, label).</summary>
    public ReadOnlySpan<double> Outputs => _outputs;

    /// <summary>Targets and outputs of one label, rows with a missing target left out.</summary>
    /// <param name="label">Position in <see cref="Labels"/>.</param>
    public (double[] Targets, double[] Outputs) Column(int label)
    {
        var known = Enumerable.Range(0, Rows.Count).Where(row => !double.IsNaN(Target(row, label))).ToArray();
        return (Array.ConvertAll(known, row => Target(row, label)), Array.ConvertAll(known, row => Output(row, label)));
    }

    /// <summary>One target; NaN where missing.</summary>
    public double Target(int row, int label) => _targets[(row * Labels.Count) + label];

    /// <summary>One output.</summary>
    public double Output(int row, int label) => _outputs[(row * Labels.Count) + label];

    /// <summary>From which output on the label counts as present in that row.</summary>
    public double Threshold(int row, int label) => Thresholds.Count == 0 ? 0.5 : Thresholds[(row * Labels.Count) + label];

    /// <summary>The questions that the columns answer, in the order of the columns: each group, and each label that is in none.</summary>
    /// <returns>A question's name with its columns.</returns>
    public IReadOnlyList<(string Name, int[] Labels)> Questions()
    {
        var groups = Groups.Select(group => (group.Name, Labels: group.Labels.Select(PositionOf).ToArray()));
        var grouped = Groups.SelectMany(group => group.Labels).ToHashSet(StringComparer.Ordinal);
        var single = Enumerable.Range(0, Labels.Count).Where(label => !grouped.Contains(Labels[label])).Select(label => (Labels[label], new[] { label }));
        return [.. groups.Concat(single).OrderBy(question => question.Item2[0])];
    }

    private int PositionOf(string label) => Enumerable.Range(0, Labels.Count).First(at => Labels[at] == label);

    /// <summary>Number of different subjects among the rows.</summary>
    public int SubjectCount => Rows.Select(row => row.Subject).Distinct().Count();

    /// <summary>The same rows with other outputs.</summary>
    /// <param name="outputs">Row-major (row, label).</param>
    public Predictions WithOutputs(double[] outputs) => new(Labels, Rows, _targets, outputs) { Groups = Groups, Thresholds = Thresholds, Findings = Findings };

    /// <summary>The same rows with other thresholds.</summary>
    /// <param name="thresholds">Row-major (row, label).</param>
    public Predictions WithThresholds(IReadOnlyList<double> thresholds) => new(Labels, Rows, _targets, _outputs) { Groups = Groups, Thresholds = thresholds, Findings = Findings };

    /// <summary>The same rows with what was found in their cases.</summary>
    /// <param name="findings">One for each row.</param>
    public Predictions WithFindings(IReadOnlyList<CaseFindings> findings) => findings.Count == Rows.Count
        ? new(Labels, Rows, _targets, _outputs) { Groups = Groups, Thresholds = Thresholds, Findings = findings }
        : throw new ArgumentException($"{Rows.Count} rows need as many findings, not {findings.Count}.", nameof(findings));

    /// <summary>The same rows with the feature vectors behind their outputs.</summary>
    /// <param name="features">One for each row.</param>
    public Predictions WithFeatures(IReadOnlyList<float[]> features) => new(Labels, Rows, _targets, _outputs) { Groups = Groups, Thresholds = Thresholds, Findings = Findings, Features = features };

    /// <summary>The same rows without what was found in their cases.</summary>
    public Predictions WithoutFindings() => new(Labels, Rows, _targets, _outputs) { Groups = Groups, Thresholds = Thresholds };

    /// <summary>Puts tables with the same labels below each other.</summary>
    public static Predictions Concat(IReadOnlyList<Predictions> parts) =>
        new(parts[0].Labels, [.. parts.SelectMany(part => part.Rows)], [.. parts.SelectMany(part => part._targets)], [.. parts.SelectMany(part => part._outputs)])
        {
            Groups = parts[0].Groups,
            Findings = parts.All(part => part.Findings is not null) ? [.. parts.SelectMany(part => part.Findings!)] : null,
            Thresholds = parts.All(part => part.Thresholds.Count == 0) ? [] : [.. parts.SelectMany(part => part.AllThresholds())],
        };

    /// <summary>The mean of several tables' outputs, and of their features, row by row.</summary>
    /// <param name="tables">At least one; the same labels and cases in the same order.</param>
    public static Predictions Mean(IReadOnlyList<Predictions> tables)
    {
        var outputs = new double[tables[0]._outputs.Length];
        foreach (var table in tables)
        {
            if (!table.Rows.Select(row => row.Case).SequenceEqual(tables[0].Rows.Select(row => row.Case)))
                throw new ArgumentException("The tables have different cases, or the same in another order.", nameof(tables));
            for (var i = 0; i < outputs.Length; i++)
                outputs[i] += table._outputs[i] / tables.Count;
        }

        return new Predictions(tables[0].Labels, tables[0].Rows, tables[0]._targets, outputs) { Groups = tables[0].Groups, Features = MeanFeatures(tables) };
    }

    private static IReadOnlyList<float[]>? MeanFeatures(IReadOnlyList<Predictions> tables) => tables.Any(table => table.Features is null)
        ? null
        : [.. Enumerable.Range(0, tables[0].Rows.Count).Select(row => Enumerable.Range(0, tables[0].Features![row].Length).Select(at => tables.Average(table => table.Features![row][at])).ToArray())];

    private IEnumerable<double> AllThresholds() => Thresholds.Count > 0 ? Thresholds : Enumerable.Repeat(0.5, _outputs.Length);
}
