using Framework.Components.Models;

namespace Framework.Components.Decisions;

/// <summary>A logistic regression on the log-odds of each output: sigmoid(a logit(p) + b).</summary>
/// <remarks>
/// Platt (1999), with his targets: (P + 1) / (P + 2) for P positives and 1 / (N + 2) for N negatives, so that few cases give no certainty;
/// scikit-learn's sigmoid calibration on log-odds. The figures are a and b. Classes of a group are calibrated each against the rest and divided by their sum.
/// </remarks>
public sealed class PlattCalibrator : ICalibrator
{
    private const double NoPenalty = 1e9;

    /// <inheritdoc />
    public IReadOnlyList<double> Fit(ValidationQuestion question)
    {
        Answers.RequireBoth(question, "the calibration");
        return OneAgainstRest.Fit(question, FitLabel);
    }

    /// <inheritdoc />
    public void Apply(IReadOnlyList<double> figures, Span<double> outputs) =>
        OneAgainstRest.Apply(figures, outputs, (own, output) => Logit.Sigmoid((own[0] * Logit.Of(output)) + own[1]));

    private static double[] FitLabel(ValidationQuestion label)
    {
        var targets = label.Targets.ToArray();
        double positives = targets.Count(target => target > 0.5);
        var (high, low) = ((positives + 1) / (positives + 2), 1 / (targets.Length - positives + 2));
        double[][] features = [.. label.Outputs.ToArray().Select(output => new[] { Logit.Of(output) })];
        double[] soft = [.. targets.Select(target => target > 0.5 ? high : low)];
        // A target between 0 and 1 is a case of either class, by its share.
        var fitted = LogisticRegression.Fit(
            new LabelledFeatures
            {
                Features = [.. features, .. features],
                Classes = [.. soft.Select(_ => 1), .. soft.Select(_ => 0)],
                Weights = [.. soft, .. soft.Select(share => 1 - share)],
            },
            NoPenalty);
        return [fitted.Coefficients[0][0], fitted.Intercepts[0]];
    }
}
