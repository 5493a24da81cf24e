namespace Framework.Components.Explaining;

/// <summary>Spearman's rank correlation; equal values share the mean of their ranks.</summary>
internal static class RankCorrelation
{
    /// <summary>-1 to 1; NaN where all values of one are equal.</summary>
    public static double Of(double[] one, double[] other)
    {
        var (x, y) = (MidRanks.Of(one), MidRanks.Of(other));
        var middle = (x.Length + 1) / 2.0;
        double xx = 0, yy = 0, xy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - middle, y[i] - middle);
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : double.NaN;
    }
}
