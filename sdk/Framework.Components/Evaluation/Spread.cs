namespace Framework.Components.Evaluation;

/// <summary>How much a figure varies between folds, or between repeats.</summary>
/// <param name="Mean">Mean of the figures.</param>
/// <param name="Sd">Their sample standard deviation: divided by one less than their number.</param>
/// <param name="Count">How many figures; at least two.</param>
public sealed record Spread(double Mean, double Sd, int Count)
{
    /// <summary>The spread of some figures; null where fewer than two are defined.</summary>
    /// <param name="figures">NaN where one is not defined.</param>
    public static Spread? Of(IEnumerable<double> figures)
    {
        double[] defined = [.. figures.Where(double.IsFinite)];
        if (defined.Length < 2)
            return null;
        var mean = defined.Average();
        return new Spread(mean, Math.Sqrt(defined.Sum(figure => (figure - mean) * (figure - mean)) / (defined.Length - 1)), defined.Length);
    }

    /// <summary>Whether the difference of the means is more than what either varies by anyway.</summary>
    /// <param name="other">The same figure of something else over the same folds or repeats.</param>
    /// <returns>False where the difference is within the greater of both standard deviations: the two are not distinguishable.</returns>
    public bool IsDistinguishableFrom(Spread other) => Math.Abs(Mean - other.Mean) > Math.Max(Sd, other.Sd);
}
