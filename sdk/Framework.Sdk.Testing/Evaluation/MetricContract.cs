using Framework.Sdk;
using Xunit;

namespace Framework.Sdk.Testing;

/// <summary>What every metric promises: it is a pure function of a table of predictions, and its better end is the better one.</summary>
public abstract class MetricContract
{
    private const int Rows = 40;
    private const double Rounding = 1e-9;

    /// <summary>Makes the metric.</summary>
    protected abstract IMetric Create();

    /// <summary>Names of the columns. Default: <c>a</c> and <c>b</c>.</summary>
    protected virtual IReadOnlyList<string> Labels => ["a", "b"];

    /// <summary>Which columns are the classes of one question. Default: none; each is a question.</summary>
    protected virtual IReadOnlyList<LabelGroup> Groups => [];

    /// <summary>Whether it compares outputs with targets; false for a figure of outputs alone, such as the share of cases that are flagged. Default: true.</summary>
    protected virtual bool ComparesWithTruth => true;

    /// <summary>Adds what the metric reads besides targets and outputs, such as findings that follow from them. Default: nothing.</summary>
    /// <param name="table">Targets and outputs.</param>
    protected virtual Predictions Complete(Predictions table) => table;

    /// <summary>The same table gives the same figures.</summary>
    [Fact]
    public void Compute_Twice_GivesTheSame()
    {
        var metric = Create();
        AssertEqual(metric.Compute(Noisy()), metric.Compute(Noisy()), 0, "the same table gives other figures the second time. Keep nothing between calls.");
    }

    /// <summary>One instance used by eight threads at once gives what it gives to one.</summary>
    [Fact]
    public void Compute_FromEightThreads_GivesWhatOneThreadGets()
    {
        var metric = Create();
        var expected = metric.Compute(Noisy());
        foreach (var actual in EightThreads.Run(64, _ => metric.Compute(Noisy())))
            AssertEqual(expected, actual, 0, "eight threads at once get other figures than one. Keep what is counted in locals.");
    }

    /// <summary>The order of the rows has no meaning.</summary>
    [Fact]
    public void Compute_RowsInAnotherOrder_GivesTheSame()
    {
        var order = Enumerable.Range(0, Rows).OrderBy(row => row * 17 % Rows).ToArray();
        AssertEqual(Create().Compute(Noisy()), Create().Compute(Complete(Table(TargetsOf(Rows), NoisyOutputs(), order))), Rounding, "the same rows in another order give other figures.");
    }

    /// <summary>Rows whose targets are missing count for nothing.</summary>
    [Fact]
    public void Compute_RowsWithoutTargets_LeavesThemOut()
    {
        double[] targets = [.. TargetsOf(Rows), .. Enumerable.Repeat(double.NaN, 6 * Labels.Count)];
        double[] outputs = [.. NoisyOutputs(), .. Enumerable.Repeat(0.9, 6 * Labels.Count)];
        var all = Enumerable.Range(0, Rows + 6).ToArray();
        AssertEqual(Create().Compute(Noisy()), Create().Compute(Complete(Table(targets, outputs, all))), Rounding, "rows whose targets are NaN change the figures. Predictions.Column leaves them out.");
    }

    /// <summary>Outputs that are right score at the end that the metric calls the better one.</summary>
    [Fact]
    public void Compute_RightOutputs_AreBetterThanWrongOnes()
    {
        if (!ComparesWithTruth)
            return;
        var targets = TargetsOf(Rows);
        var right = Create().Compute(Complete(Table(targets, [.. targets.Select(target => 0.01 + (0.98 * target))])));
        var wrong = Create().Compute(Complete(Table(targets, [.. targets.Select(target => 0.99 - (0.98 * target))])));
        var told = 0;
        foreach (var value in right)
        {
            if (wrong.FirstOrDefault(other => other.Name == value.Name && other.Label == value.Label) is not { } other || double.IsNaN(value.Value) || double.IsNaN(other.Value))
                continue;
            // A spread over cases may be nothing at both ends.
            told += value.Value.Equals(other.Value) ? 0 : 1;
            Assert.True(
                value.HigherIsBetter ? value.Value >= other.Value : value.Value <= other.Value,
                $"'{value.Name}' of {value.Label ?? "all"} is {value.Value} where every output is right and {other.Value} where every one is wrong, and HigherIsBetter is {value.HigherIsBetter}.");
        }

        Assert.True(told > 0, "no figure tells outputs that are all right from outputs that are all wrong.");
    }

    /// <summary>A table with one class only gives NaN or a figure, and no exception.</summary>
    [Fact]
    public void Compute_OneClassOnly_GivesNaNOrAFigure()
    {
        foreach (var only in Groups.Count > 0 ? [] : new[] { 0.0, 1.0 })
        {
            var thrown = Record.Exception(() => { Create().Compute(Complete(Table([.. Enumerable.Repeat(only, Rows * Labels.Count)], NoisyOutputs()))); });
            Assert.True(thrown is null, $"where every target is {only} the metric throws '{thrown?.Message}'. What is not defined is NaN: a small fold must not end a run.");
        }
    }

    /// <summary>Each figure says what it rests on, and lies within its interval.</summary>
    [Fact]
    public void Compute_EveryFigure_SaysWhatItRestsOn()
    {
        var values = Create().Compute(Noisy());
        Assert.True(values.Count > 0, "the metric gives no figure.");
        foreach (var value in values)
        {
            Assert.True(value.Name.Length > 0, "a figure has no name.");
            Assert.True(value.Label is null || Labels.Contains(value.Label) || Groups.Any(group => group.Name == value.Label), $"a figure is for '{value.Label}', which is no label of the table.");
            Assert.True(value.Count is > 0 and <= Rows * 2, $"'{value.Name}' says that it rests on {value.Count} of {Rows} rows.");
            Assert.True(value.Subjects is > 0 and <= Rows / 2, $"'{value.Name}' says that it rests on {value.Subjects} subjects; the table has {Rows / 2}.");
            Assert.True(value.Low is null || value.Low <= value.Value + Rounding, $"'{value.Name}' is {value.Value}, below its interval's lower end {value.Low}.");
            Assert.True(value.High is null || value.High >= value.Value - Rounding, $"'{value.Name}' is {value.Value}, above its interval's upper end {value.High}.");
        }
    }

    private Predictions Noisy() => Complete(Table(TargetsOf(Rows), NoisyOutputs()));

    private double[] TargetsOf(int rows) =>
        [.. from row in Enumerable.Range(0, rows) from label in Enumerable.Range(0, Labels.Count) select Groups.Count > 0 ? (row % Labels.Count == label ? 1.0 : 0.0) : row / (label + 1) % 2];

    // Mostly right, no two alike; of classes the shares add up to 1.
    private double[] NoisyOutputs()
    {
        var random = new RandomStream(11);
        var outputs = TargetsOf(Rows).Select(target => 0.05 + (0.5 * random.NextDouble()) + (0.35 * target)).ToArray();
        for (var row = 0; Groups.Count > 0 && row < Rows; row++)
        {
            var own = outputs.AsSpan(row * Labels.Count, Labels.Count);
            var sum = 0.0;
            foreach (var output in own)
                sum += output;
            for (var label = 0; label < own.Length; label++)
                own[label] /= sum;
        }

        return outputs;
    }

    private Predictions Table(double[] targets, double[] outputs, int[]? order = null)
    {
        order ??= [.. Enumerable.Range(0, targets.Length / Labels.Count)];
        return new Predictions(
            Labels,
            [.. order.Select(row => new PredictedCase($"case{row}", $"subject{row % Rows / 2}", "", 0))],
            [.. order.SelectMany(row => targets.Skip(row * Labels.Count).Take(Labels.Count))],
            [.. order.SelectMany(row => outputs.Skip(row * Labels.Count).Take(Labels.Count))]) { Groups = Groups };
    }

    private static void AssertEqual(IReadOnlyList<MetricValue> expected, IReadOnlyList<MetricValue> actual, double rounding, string otherwise)
    {
        Assert.True(expected.Select(value => (value.Name, value.Label)).SequenceEqual(actual.Select(value => (value.Name, value.Label))), otherwise);
        foreach (var (left, right) in expected.Zip(actual))
            Assert.True(left.Value.Equals(right.Value) || Math.Abs(left.Value - right.Value) <= rounding, $"{otherwise} ('{left.Name}': {left.Value} and {right.Value})");
    }
}
