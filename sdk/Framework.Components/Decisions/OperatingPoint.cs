using Framework.Components.Evaluation;

namespace Framework.Components.Decisions;

/// <summary>What a threshold does to the validation cases, in whole numbers: equally good thresholds are exactly so.</summary>
/// <param name="Threshold">From this output on a case counts as positive.</param>
/// <param name="Found">Positives that do.</param>
/// <param name="Alarms">Negatives that do.</param>
/// <param name="Positives">All of them.</param>
/// <param name="Negatives">All of them.</param>
internal readonly record struct OperatingPoint(double Threshold, int Found, int Alarms, int Positives, int Negatives)
{
    public double Sensitivity => (double)Found / Positives;

    public double Specificity => (double)(Negatives - Alarms) / Negatives;

    /// <summary>Every threshold that makes a difference, falling: just above the greatest output, where nothing counts, then each different output.</summary>
    /// <exception cref="TrainingException">There is no positive or no negative case.</exception>
    public static IReadOnlyList<OperatingPoint> Of(ValidationQuestion label)
    {
        Answers.RequireBoth(label, "the threshold");
        var order = ScoreOrder.Of(label.Targets, label.Outputs);
        var points = new List<OperatingPoint> { new(Math.BitIncrement(order.Thresholds[0]), 0, 0, order.Positives, order.Negatives) };
        for (var i = 0; i < order.Thresholds.Count; i++)
            points.Add(new OperatingPoint(order.Thresholds[i], order.TruePositives[i], order.FalsePositives[i], order.Positives, order.Negatives));
        return points;
    }

    /// <summary>The point with the greatest figure; of equally good ones the highest threshold.</summary>
    public static double Best(ValidationQuestion label, Func<OperatingPoint, double> figure) => Of(label).MaxBy(figure).Threshold;
}
