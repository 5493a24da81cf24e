using System.Text.Json.Serialization;
using Framework.Components.Evaluation;
using Framework.Sdk;

namespace Framework.Host.Runs;

/// <summary>One figure of a run; a row of <c>metrics.json</c>.</summary>
internal sealed record MetricRow
{
    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary><c>validate</c>, <c>test</c>, or <c>out-of-fold</c> of a stage that is cross-fitted.</summary>
    public required string Split { get; init; }

    /// <summary>The control; null for the run itself.</summary>
    public string? Control { get; init; }

    /// <summary>The variant; null without a matrix.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Variant { get; init; }

    /// <summary>The metric.</summary>
    public required string Name { get; init; }

    /// <summary>The label; null where the figure is over all.</summary>
    public string? Label { get; init; }

    /// <summary>What a row of the table was: <c>case</c>, or what cases were joined into.</summary>
    public string At { get; init; } = "case";

    /// <summary>The figure; null where it is not defined.</summary>
    public double? Value { get; init; }

    /// <summary>Lower end of the confidence interval.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the confidence interval.</summary>
    public double? High { get; init; }

    /// <summary>Level of the interval.</summary>
    public double? Level { get; init; }

    /// <summary>How much the figure varies between the units of its folds and repeats; null where there are fewer than two.</summary>
    public Spread? Folds { get; init; }

    /// <summary>How much the figure over all folds varies between repeats; null where there are fewer than two.</summary>
    public Spread? Repeats { get; init; }

    /// <summary>Cases it rests on.</summary>
    [JsonPropertyName("n")]
    public required int Count { get; init; }

    /// <summary>Cases with a positive target; null where that has no meaning.</summary>
    public int? Positives { get; init; }

    /// <summary>Subjects it rests on.</summary>
    public required int Subjects { get; init; }

    /// <summary>Whether more is better.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>What two rows that can be compared have in common.</summary>
    [JsonIgnore]
    public (string Stage, string? Variant, string Split, string At, string Name, string? Label) Place => (Stage, Variant, Split, At, Name, Label);

    /// <summary>
    /// Whether another row differs by more than chance: by more than either varies between folds, or between repeats where there are no folds; where
    /// nothing was repeated, by more than the interval. Null where nothing tells.
    /// </summary>
    public bool? IsDistinguishableFrom(MetricRow other) =>
        (Folds ?? Repeats, other.Folds ?? other.Repeats) is ({ } own, { } theirs) ? own.IsDistinguishableFrom(theirs)
        : (Low, High, other.Value) is ({ } low, { } high, { } value) ? value < low || value > high
        : null;

    /// <summary>The row of a metric's value.</summary>
    public static MetricRow Of(string stage, string split, string? control, MetricValue value) => new()
    {
        Stage = stage,
        Split = split,
        Control = control,
        Name = value.Name,
        Label = value.Label,
        At = value.At,
        Value = Finite(value.Value),
        Low = Finite(value.Low),
        High = Finite(value.High),
        Level = value.Level,
        Count = value.Count,
        Positives = value.Positives,
        Subjects = value.Subjects,
        HigherIsBetter = value.HigherIsBetter,
    };

    /// <summary>The metric's value again.</summary>
    public MetricValue ToValue() => new()
    {
        Name = Name,
        Label = Label,
        At = At,
        Value = Value ?? double.NaN,
        Low = Low,
        High = High,
        Level = Level,
        Count = Count,
        Positives = Positives,
        Subjects = Subjects,
        HigherIsBetter = HigherIsBetter,
    };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
