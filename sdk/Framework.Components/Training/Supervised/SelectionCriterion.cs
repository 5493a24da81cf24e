namespace Framework.Components.Training.Supervised;

/// <summary>What epochs are compared by: the validation loss, or one figure of a metric on the validation part.</summary>
internal sealed class SelectionCriterion
{
    private readonly Selection _selection;
    private readonly TrainingContext _context;
    private readonly IReadOnlyList<Case> _cases;
    private readonly CaseFindings? _nothing;

    private SelectionCriterion(SupervisedOptions options, TrainingContext context)
    {
        (_selection, _context, _cases) = (options.Select, context, JoinedParts.Members(context.Validate.Cases));
        var classes = options.Masks?.Foreground ?? options.Objects?.Classes;
        _nothing = classes is null ? null : NothingFound(classes, options.Masks is not null);
    }

    /// <summary>What an event calls the metric's figure; null where it is the loss.</summary>
    public string? Name { get; private set; }

    public bool HigherIsBetter { get; private set; }

    /// <summary>The criterion of a unit. A metric is tried on the validation part's labels first, with outputs drawn at random.</summary>
    /// <exception cref="ExperimentException">The metric has no such figure, or there is no validation part.</exception>
    /// <exception cref="TrainingException">The metric is not defined on the validation part.</exception>
    public static SelectionCriterion Of(SupervisedOptions options, TrainingContext context)
    {
        var criterion = new SelectionCriterion(options, context);
        if (context.Validate.Cases.Count == 0 && (options.Select.Metric is not null || options.EarlyStopping is not null))
            throw new ExperimentException($"'{(options.Select.Metric is null ? "early_stopping" : "select")}' of 'supervised' compares epochs on the validation part, and there is none. Give the split a 'validate' share, or leave it out.");
        if (options.Select.Metric is not null)
            criterion.Try();
        return criterion;
    }

    /// <summary>Whether an epoch's predictions are needed besides its loss.</summary>
    public bool NeedsPredictions => _selection.Metric is not null;

    /// <summary>The score of an epoch; NaN where it is not defined.</summary>
    /// <param name="loss">Over the validation part.</param>
    /// <param name="rows">What was predicted of each case; empty where it is not needed.</param>
    public double Score(double loss, IReadOnlyList<PredictedRow> rows) => NeedsPredictions ? Figure(rows).Value : loss;

    private void Try()
    {
        var random = _context.Random.Derive("selection");
        var drawn = Enumerable.Range(0, _cases.Count * _context.Labels.Count).Select(_ => random.Uniform(0.1, 0.9)).ToArray();
        var outputs = WithinGroups(drawn);
        var width = _context.Labels.Count;
        var figure = Figure([.. _cases.Select((_, row) => new PredictedRow(outputs[(row * width)..((row + 1) * width)], _nothing))]);
        // Whether figures of findings are defined is not known before something is found.
        if (double.IsNaN(figure.Value) && _nothing is null)
            throw new TrainingException(
                $"{_context.Unit}: 'select' goes by '{figure.Name}'{Of(figure.Label)}, which is not defined on the {_cases.Count} validation cases, whatever the network says. Select by another metric or label, or give validation more cases.");
        (Name, HigherIsBetter) = (figure.Name, figure.HigherIsBetter);
    }

    private static CaseFindings NothingFound(IReadOnlyList<string> classes, bool isMap) => new()
    {
        Grid = new VoxelGrid(2, (1, 1, 1), Geometry.Unknown),
        Classes = classes,
        Truths = isMap ? null : [],
        Overlaps = isMap ? [.. classes.Select(name => new ClassOverlap(name, 0, 0, 0))] : [],
    };

    private MetricValue Figure(IReadOnlyList<PredictedRow> rows)
    {
        var predictions = new Predictions(
            _context.Labels,
            [.. _cases.Select(item => PredictedCase.Of(item, _context.Fold))],
            [.. _cases.SelectMany(item => item.Labels)],
            [.. rows.SelectMany(row => row.Outputs)])
        {
            Groups = _context.Groups,
            Findings = rows.All(row => row.Findings is not null) ? [.. rows.Select(row => row.Findings!)] : null,
        };
        var all = _selection.Metric!.Compute(predictions);
        var named = all.Where(value => _selection.Figure is null || value.Name == _selection.Figure).ToList();
        string[] names = [.. named.Select(value => value.Name).Distinct()];
        if (names.Length != 1)
            throw new ExperimentException($"'select' needs one figure of its metric, and {(names.Length == 0 ? $"there is no '{_selection.Figure}'" : "there are several")}. Set 'figure' to one of {string.Join(", ", all.Select(value => value.Name).Distinct())}.");
        return named.FirstOrDefault(value => value.Label == _selection.Label) ?? MeanOf(named);
    }

    private MetricValue MeanOf(List<MetricValue> values)
    {
        if (_selection.Label is { } label)
            throw new ExperimentException($"'select' goes by the label '{label}', for which '{values[0].Name}' has no figure. It has one for {string.Join(", ", values.Select(value => value.Label ?? "all labels together"))}.");
        return values[0] with { Label = null, Value = values.Select(value => value.Value).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() };
    }

    // Classes of one question have probabilities that sum to 1.
    private double[] WithinGroups(double[] outputs)
    {
        var width = _context.Labels.Count;
        int[][] groups = [.. _context.Groups.Select(group => group.Labels.Select(label => Enumerable.Range(0, width).First(at => _context.Labels[at] == label)).ToArray())];
        for (var row = 0; row < outputs.Length; row += width)
        {
            foreach (var columns in groups)
            {
                var sum = columns.Sum(column => outputs[row + column]);
                foreach (var column in columns)
                    outputs[row + column] /= sum;
            }
        }

        return outputs;
    }

    private static string Of(string? label) => label is null ? "" : $" of '{label}'";
}
