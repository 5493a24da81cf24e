using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation.Readers;

/// <summary>One reader's calls of one label under one condition: a point beside the model's ROC curve.</summary>
public sealed record ReaderPoint
{
    /// <summary>Who.</summary>
    public required string Reader { get; init; }

    /// <summary>How it was read; empty where there is one way only.</summary>
    public required string Condition { get; init; }

    /// <summary>The label.</summary>
    public required string Label { get; init; }

    /// <summary>Share of positives called positive; NaN where the reader saw none.</summary>
    public required double Sensitivity { get; init; }

    /// <summary>Wilson interval of the sensitivity, clustered by subject.</summary>
    public Interval? SensitivityInterval { get; init; }

    /// <summary>Share of negatives called negative; NaN where the reader saw none.</summary>
    public required double Specificity { get; init; }

    /// <summary>Wilson interval of the specificity, clustered by subject.</summary>
    public Interval? SpecificityInterval { get; init; }

    /// <summary>Cohen's kappa with the model at its threshold, on the same cases; NaN where chance alone agrees fully.</summary>
    public required double KappaWithModel { get; init; }

    /// <summary>Share of the reader's right calls.</summary>
    public required double Accuracy { get; init; }

    /// <summary>Share of the model's right calls on the same cases.</summary>
    public required double ModelAccuracy { get; init; }

    /// <summary>Two-sided p value of McNemar's test of reader against model.</summary>
    public required double P { get; init; }

    /// <summary>Cases that the reader called and whose target is known.</summary>
    public required int Count { get; init; }

    /// <summary>Subjects of those cases.</summary>
    public required int Subjects { get; init; }
}
