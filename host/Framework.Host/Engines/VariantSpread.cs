using Framework.Components.Evaluation;

namespace Framework.Host.Engines;

/// <summary>Whether a difference between two variants is more than folds and repeats differ among themselves.</summary>
internal static class VariantSpread
{
    /// <summary>Whether the mean of the paired differences exceeds their standard deviation; null where there are fewer than two.</summary>
    /// <param name="differences">One for each fold and repeat that both variants have.</param>
    public static bool? Tells(IReadOnlyList<double> differences) => Spread.Of(differences) is { } spread ? Math.Abs(spread.Mean) > spread.Sd : null;
}
