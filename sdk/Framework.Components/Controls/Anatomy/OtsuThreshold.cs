namespace Framework.Components.Controls;

/// <summary>The threshold that parts values into two classes with the greatest variance between them.</summary>
/// <remarks>Otsu 1979, IEEE Transactions on Systems, Man, and Cybernetics 9:62, on a histogram of 256 bins from the least to the greatest value.</remarks>
internal static class OtsuThreshold
{
    private const int Bins = 256;

    public static double Of(ReadOnlySpan<float> values)
    {
        var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
        foreach (var value in values)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        if (!(high > low))
            return high;
        Span<int> histogram = stackalloc int[Bins];
        histogram.Clear();
        foreach (var value in values)
            histogram[BinOf(value, low, high)]++;
        double total = 0;
        for (var bin = 0; bin < Bins; bin++)
            total += (double)bin * histogram[bin];
        var (below, sum, best, chosen) = (0L, 0.0, -1.0, 0);
        for (var bin = 0; bin < Bins - 1; bin++)
        {
            below += histogram[bin];
            sum += (double)bin * histogram[bin];
            var above = values.Length - below;
            if (below == 0 || above == 0)
                continue;
            var apart = (sum / below) - ((total - sum) / above);
            var between = below * (double)above * apart * apart;
            if (between > best)
                (best, chosen) = (between, bin);
        }

        return low + ((chosen + 1) * ((double)high - low) / Bins);
    }

    private static int BinOf(float value, float low, float high) => Math.Min(Bins - 1, (int)((value - (double)low) / ((double)high - low) * Bins));
}
