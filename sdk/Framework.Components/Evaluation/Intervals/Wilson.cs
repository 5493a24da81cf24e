namespace Framework.Components.Evaluation.Intervals;

/// <summary>
/// Wilson's score interval of a proportion (Wilson 1927). Where units have several trials, the number of trials is divided by the design effect
/// of the clusters (Rao and Scott 1992): ten slices of one patient are no ten patients.
/// </summary>
public static class Wilson
{
    /// <summary>The interval of independent trials.</summary>
    /// <param name="hits">0 to <paramref name="trials"/>.</param>
    /// <param name="trials">Above 0; an effective number may be a fraction.</param>
    /// <param name="level">Such as 0.95.</param>
    public static Interval Of(double hits, double trials, double level)
    {
        var z = NormalDistribution.Quantile((1 + level) / 2);
        var share = hits / trials;
        var centre = (share + (z * z / (2 * trials))) / (1 + (z * z / trials));
        var half = z / (1 + (z * z / trials)) * Math.Sqrt((share * (1 - share) / trials) + (z * z / (4 * trials * trials)));
        return new Interval(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>The interval of trials that belong to units; null where there is no trial.</summary>
    /// <param name="hits">Hits of each unit.</param>
    /// <param name="trials">Trials of each unit, 0 for some.</param>
    /// <param name="level">Such as 0.95.</param>
    public static Interval? OfClusters(ReadOnlySpan<int> hits, ReadOnlySpan<int> trials, double level)
    {
        var (hit, trial, units, most) = (0L, 0L, 0, 0);
        for (var i = 0; i < hits.Length; i++)
        {
            hit += hits[i];
            trial += trials[i];
            units += trials[i] > 0 ? 1 : 0;
            most = Math.Max(most, trials[i]);
        }

        if (trial == 0)
            return null;
        var effective = most == 1 ? trial : Math.Min(trial, EffectiveTrials(hits, trials, (double)hit / trial, trial, units));
        return Of((double)hit / trial * effective, effective, level);
    }

    private static double EffectiveTrials(ReadOnlySpan<int> hits, ReadOnlySpan<int> trials, double share, long trial, int units)
    {
        var squares = 0.0;
        for (var i = 0; i < hits.Length; i++)
            squares += (hits[i] - (share * trials[i])) * (hits[i] - (share * trials[i]));
        // All hit or all missed: the data show no design effect, so units count and not their trials.
        return squares == 0 || units < 2 ? units : share * (1 - share) * trial * trial * (units - 1) / (units * squares);
    }
}
