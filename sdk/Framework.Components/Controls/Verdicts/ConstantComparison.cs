namespace Framework.Components.Controls;

/// <summary>For which metrics it means something that a constant does better.</summary>
public static class ConstantComparison
{
    // Calling everybody positive, or negative, or by the prevalence is best in these, and says nothing.
    private static readonly HashSet<string> WonByConstants = ["sensitivity", "specificity", "recall", "precision", "ppv", "npv", "ece", "flagged-share"];

    /// <summary>Whether a run that a constant beats in this metric is worse than a constant.</summary>
    /// <param name="metric">The metric's name.</param>
    public static bool IsFair(string metric) => !WonByConstants.Contains(metric);
}
