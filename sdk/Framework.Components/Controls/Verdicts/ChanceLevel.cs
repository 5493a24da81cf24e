namespace Framework.Components.Controls;

/// <summary>Which figure guessing gives, for the metrics where it depends on nothing else.</summary>
internal static class ChanceLevel
{
    private const double TwoSided95 = 1.959963984540054;

    /// <summary>The figure of guessing; null for a metric where it depends on how frequent a label is.</summary>
    public static double? Of(string metric) => metric switch
    {
        "auroc" or "balanced-accuracy" => 0.5,
        "kappa" or "mcc" => 0,
        _ => null,
    };

    /// <summary>A figure on the scale of the AUROC, where 0.5 is chance, on the metric's own.</summary>
    public static double Rescale(string metric, double auroc) => Of(metric) == 0 ? (2 * auroc) - 1 : auroc;

    /// <summary>How far above chance an AUROC may lie by chance on so many cases: half of the 95 % interval.</summary>
    /// <remarks>
    /// The standard error of the rank sum without any difference, sqrt((m + n + 1) / 12mn) (Mann and Whitney 1947), with as many independent cases
    /// as there are subjects: cases of one subject are alike.
    /// </remarks>
    public static double Spread(MetricValue figure)
    {
        var share = figure.Positives is { } positives && figure.Count > 0 ? (double)positives / figure.Count : 0.5;
        var (m, n) = (share * figure.Subjects, (1 - share) * figure.Subjects);
        var spread = m * n > 0 ? TwoSided95 * Math.Sqrt((m + n + 1) / (12 * m * n)) : 1;
        return Of(figure.Name) == 0 ? 2 * spread : spread;
    }
}
