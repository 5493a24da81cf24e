using Framework.Components.Evaluation;

namespace Framework.Components.Decisions;

/// <summary>What a threshold does to the validation cases.</summary>
/// <param name="Threshold">From this output on a case counts as positive.</param>
/// <param name="Sensitivity">Share of positives that do.</param>
/// <param name="Specificity">Share of negatives that do not.</param>
internal readonly record struct OperatingPoint(double Threshold, double Sensitivity, double Specificity)
{
    /// <summary>Every threshold that makes a difference, falling: just above the greatest output, where nothing counts, then each different output.</summary>
    /// <exception cref="TrainingException">There is no positive or no negative case.</exception>
    public static IReadOnlyList<OperatingPoint> Of(ValidationQuestion label)
    {
        Answers.RequireBoth(label, "the threshold");
        var order = ScoreOrder.Of(label.Targets, label.Outputs);
        var points = new List<OperatingPoint> { new(Math.BitIncrement(order.Thresholds[0]), 0, 1) };
        for (var i = 0; i < order.Thresholds.Count; i++)
            points.Add(new OperatingPoint(order.Thresholds[i], (double)order.TruePositives[i] / order.Positives, (double)(order.Negatives - order.FalsePositives[i]) / order.Negatives));
        return points;
    }

    /// <summary>The point with the greatest figure; of equally good ones the highest threshold.</summary>
    public static double Best(ValidationQuestion label, Func<OperatingPoint, double> figure) => Of(label).MaxBy(figure).Threshold;
}
