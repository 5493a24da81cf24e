namespace Framework.Host.Engines;

/// <summary>Whether a difference between two variants is more than folds and repeats differ among themselves.</summary>
internal static class VariantSpread
{
    /// <summary>Whether the mean of the paired differences exceeds their standard deviation; null where there are fewer than two.</summary>
    /// <param name="differences">One for each fold and repeat that both variants have.</param>
    public static bool? Tells(IReadOnlyList<double> differences)
    {
        if (differences.Count < 2)
            return null;
        var mean = differences.Average();
        var deviation = Math.Sqrt(differences.Sum(difference => (difference - mean) * (difference - mean)) / (differences.Count - 1));
        return Math.Abs(mean) > deviation;
    }
}
