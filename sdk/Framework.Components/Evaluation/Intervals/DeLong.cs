using Framework.Components.Evaluation.Figures;

namespace Framework.Components.Evaluation.Intervals;

/// <summary>
/// The area under the ROC curve with its variance by midranks in the time of a sort (DeLong, DeLong and Clarke-Pearson 1988; Sun and Xu 2014).
/// Where a unit has several rows, the sums of its rows take the rows' place (Obuchowski 1997); with one row each both are the same.
/// </summary>
internal sealed class DeLong
{
    private readonly double[] _positive;
    private readonly double[] _negative;
    private readonly LabelRows _rows;

    /// <param name="rows">The rows of one label.</param>
    /// <param name="units">How many units there are.</param>
    public DeLong(LabelRows rows, int units)
    {
        _rows = rows;
        var positives = rows.Positives;
        var negatives = rows.Targets.Length - positives;
        var (all, own) = (MidRanks.Of(rows.Outputs), RanksInClass(rows));
        double Share(int i) => rows.Targets[i] > 0.5 ? (all[i] - own[i]) / negatives : 1 - ((all[i] - own[i]) / positives);
        Area = positives == 0 || negatives == 0 ? double.NaN : Enumerable.Range(0, rows.Targets.Length).Where(i => rows.Targets[i] > 0.5).Average(Share);
        (_positive, _negative) = (new double[units], new double[units]);
        for (var i = 0; i < rows.Targets.Length; i++)
            (rows.Targets[i] > 0.5 ? _positive : _negative)[rows.Units[i]] += Share(i) - Area;
    }

    /// <summary>The area; NaN where one class is absent.</summary>
    public double Area { get; }

    /// <summary>The covariance of two models' areas over the same rows; of one with itself, its variance. NaN where a class has fewer than two units.</summary>
    public static double Covariance(DeLong first, DeLong second)
    {
        var rows = first._rows;
        double positives = rows.Positives;
        var negatives = rows.Targets.Length - positives;
        var (withPositive, withNegative, units) = CountUnits(rows, first._positive.Length);
        if (withPositive < 2 || withNegative < 2)
            return double.NaN;
        var (own, other, crossed) = (0.0, 0.0, 0.0);
        for (var unit = 0; unit < first._positive.Length; unit++)
        {
            own += first._positive[unit] * second._positive[unit];
            other += first._negative[unit] * second._negative[unit];
            crossed += (first._positive[unit] * second._negative[unit]) + (second._positive[unit] * first._negative[unit]);
        }

        return (withPositive / (withPositive - 1) * own / (positives * positives))
            + (withNegative / (withNegative - 1) * other / (negatives * negatives))
            + (units / (units - 1) * crossed / (positives * negatives));
    }

    /// <summary>Area plus and minus a normal quantile times the standard error, within 0 and 1; null where there is no variance.</summary>
    public Interval? Interval(double level)
    {
        var spread = NormalDistribution.Quantile((1 + level) / 2) * Math.Sqrt(Covariance(this, this));
        return double.IsNaN(spread) ? null : new Interval(Math.Max(0, Area - spread), Math.Min(1, Area + spread));
    }

    private static (double WithPositive, double WithNegative, double Units) CountUnits(LabelRows rows, int units)
    {
        var (positive, negative) = (new bool[units], new bool[units]);
        for (var i = 0; i < rows.Units.Length; i++)
            (rows.Targets[i] > 0.5 ? positive : negative)[rows.Units[i]] = true;
        return (positive.Count(has => has), negative.Count(has => has), positive.Zip(negative, (a, b) => a || b).Count(has => has));
    }

    private static double[] RanksInClass(LabelRows rows)
    {
        var ranks = new double[rows.Outputs.Length];
        foreach (var positive in new[] { true, false })
            MidRanks.Among([.. Enumerable.Range(0, ranks.Length).Where(i => rows.Targets[i] > 0.5 == positive)], rows.Outputs, ranks);
        return ranks;
    }
}
