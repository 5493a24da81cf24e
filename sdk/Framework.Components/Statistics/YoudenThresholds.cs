using Framework.Components.Evaluation;

namespace Framework.Components.Statistics;

/// <summary>Thresholds, one a label, that tell positives from negatives best among the training subjects: the greatest sensitivity + specificity.</summary>
/// <remarks>Youden's index (1950). A case counts as positive from the threshold on; among equally good ones the highest is taken.</remarks>
public static class YoudenThresholds
{
    /// <summary>Chooses them. They belong to the very subjects of the table: whoever chooses on test subjects gets thresholds that no fold takes.</summary>
    /// <param name="training">Predictions of the fold's training part, every subject of it.</param>
    /// <returns>Statistics with one threshold for each label, in order.</returns>
    /// <exception cref="TrainingException">A label has no positive or no negative case.</exception>
    public static FittedStatistics Fit(Predictions training) => new(
        "youden-thresholds",
        TrainingFold.Of(training.Rows.Select(row => row.Subject)).Hash,
        [.. Enumerable.Range(0, training.Labels.Count).Select(label => Best(training, label))]);

    private static double Best(Predictions training, int label)
    {
        var (targets, outputs) = training.Column(label);
        if (!Array.Exists(targets, target => target > 0.5) || !Array.Exists(targets, target => target <= 0.5))
            throw new TrainingException($"there is no threshold for '{training.Labels[label]}': the training part has no positive or no negative case of it. Use more cases.");
        var curve = RocCurve.Of(targets, outputs);
        var best = Enumerable.Range(0, curve.Thresholds.Count).MaxBy(at => curve.TruePositiveRate[at] - curve.FalsePositiveRate[at]);
        return curve.Thresholds[best];
    }
}
