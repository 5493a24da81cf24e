namespace Framework.Components.Evaluation.Comparison;

/// <summary>What a paired test of two models says.</summary>
public sealed record ComparisonResult
{
    /// <summary>The metric: <c>auroc</c>.</summary>
    public required string Metric { get; init; }

    /// <summary>The label; null where it is over all.</summary>
    public string? Label { get; init; }

    /// <summary>The first model's figure.</summary>
    public required double First { get; init; }

    /// <summary>The second model's figure on the same cases.</summary>
    public required double Second { get; init; }

    /// <summary>First minus second.</summary>
    public double Difference => First - Second;

    /// <summary>Lower end of the difference's interval; null where there is none.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the difference's interval; null where there is none.</summary>
    public double? High { get; init; }

    /// <summary>Level of the interval.</summary>
    public required double Level { get; init; }

    /// <summary>Two-sided p value of no difference; NaN where it is not defined.</summary>
    public required double P { get; init; }

    /// <summary>The test, in words.</summary>
    public required string Method { get; init; }

    /// <summary>Cases it rests on.</summary>
    public required int Count { get; init; }

    /// <summary>Subjects it rests on.</summary>
    public required int Subjects { get; init; }
}
