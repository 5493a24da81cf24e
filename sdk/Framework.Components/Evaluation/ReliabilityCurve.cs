using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation;

/// <summary>The reliability diagram of one label: what share of cases is positive among those with about the same output.</summary>
/// <param name="Bins">Those with at least one case, from the lowest outputs up.</param>
/// <param name="Error">Expected calibration error: the mean gap between output and share over cases (Naeini 2015, Guo 2017); NaN where there is no case.</param>
public sealed record ReliabilityCurve(IReadOnlyList<ReliabilityBin> Bins, double Error)
{
    /// <summary>Bins of equal width over [0, 1]; each holds its upper end, the first also 0.</summary>
    /// <param name="targets">1 for a positive, 0 for a negative.</param>
    /// <param name="outputs">Probabilities; as many as targets.</param>
    /// <param name="bins">How many bins.</param>
    /// <param name="level">Level of the intervals around the shares (Wilson).</param>
    public static ReliabilityCurve Of(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs, int bins = 15, double level = 0.95)
    {
        var (counts, positives, sums) = (new int[bins], new double[bins], new double[bins]);
        for (var i = 0; i < targets.Length; i++)
        {
            var bin = BinOf(outputs[i], bins);
            counts[bin]++;
            positives[bin] += targets[i];
            sums[bin] += outputs[i];
        }

        var filled = Enumerable.Range(0, bins).Where(bin => counts[bin] > 0).Select(bin => new ReliabilityBin(
            sums[bin] / counts[bin], positives[bin] / counts[bin], Wilson.Of(positives[bin], counts[bin], level), counts[bin])).ToArray();
        var error = filled.Sum(bin => bin.Count * Math.Abs(bin.MeanOutput - bin.Share)) / targets.Length;
        return new ReliabilityCurve(filled, error);
    }

    /// <summary>The bin of an output; what lies outside [0, 1] goes to the nearest.</summary>
    internal static int BinOf(double output, int bins) => Math.Clamp((int)Math.Ceiling(output * bins) - 1, 0, bins - 1);
}
