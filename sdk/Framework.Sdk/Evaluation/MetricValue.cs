namespace Framework.Sdk;

/// <summary>One figure with what it rests on.</summary>
public sealed record MetricValue
{
    /// <summary>The metric: <c>auroc</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The label it is for; null where it is over all.</summary>
    public string? Label { get; init; }

    /// <summary>What a row of the table was: <c>case</c>, or what cases were joined into, such as <c>series</c> or <c>subject</c>.</summary>
    public string At { get; init; } = "case";

    /// <summary>The figure; NaN where it is not defined.</summary>
    public required double Value { get; init; }

    /// <summary>Lower end of the confidence interval; null where none was asked for.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the confidence interval; null where none was asked for.</summary>
    public double? High { get; init; }

    /// <summary>Level of the interval, such as 0.95.</summary>
    public double? Level { get; init; }

    /// <summary>Rows it rests on.</summary>
    public required int Count { get; init; }

    /// <summary>Rows with a positive target; null where that has no meaning.</summary>
    public int? Positives { get; init; }

    /// <summary>Subjects it rests on.</summary>
    public required int Subjects { get; init; }

    /// <summary>Whether more is better; decides comparisons with controls.</summary>
    public required bool HigherIsBetter { get; init; }
}
