namespace Framework.Components.Evaluation.Decisions;

/// <summary>How often a label was called present or absent, by whether it was; shares are NaN where nothing is there to share.</summary>
/// <param name="TruePositives">Present and called present.</param>
/// <param name="FalsePositives">Absent and called present.</param>
/// <param name="FalseNegatives">Present and called absent.</param>
/// <param name="TrueNegatives">Absent and called absent.</param>
public readonly record struct TwoByTwo(double TruePositives, double FalsePositives, double FalseNegatives, double TrueNegatives)
{
    /// <summary>Rows where it is present.</summary>
    public double Positives => TruePositives + FalseNegatives;

    /// <summary>Rows where it is absent.</summary>
    public double Negatives => FalsePositives + TrueNegatives;

    /// <summary>All rows.</summary>
    public double Total => Positives + Negatives;

    /// <summary>Share of right calls.</summary>
    public double Accuracy => (TruePositives + TrueNegatives) / Total;

    /// <summary>Share of positives called present: recall.</summary>
    public double Sensitivity => TruePositives / Positives;

    /// <summary>Share of negatives called absent.</summary>
    public double Specificity => TrueNegatives / Negatives;

    /// <summary>Share of positives among those called present: positive predictive value.</summary>
    public double Precision => TruePositives / (TruePositives + FalsePositives);

    /// <summary>Share of negatives among those called absent.</summary>
    public double NegativePredictiveValue => TrueNegatives / (TrueNegatives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall (van Rijsbergen 1979).</summary>
    public double F1 => 2 * TruePositives / ((2 * TruePositives) + FalsePositives + FalseNegatives);
}
