using Framework.Components.Evaluation;

namespace Framework.Components.Models;

/// <summary>Fits a logistic regression for each label on the values of each case's image, to convergence.</summary>
/// <remarks>
/// The image, of whatever shape, is a vector of features in the order of its axes, transformed as for prediction. Cases whose label is missing do
/// not count for that label. There is nothing random in it. Not fitted (a control), it gives 0.5.
/// </remarks>
/// <param name="options">Strength of the penalty and weight of positives.</param>
public sealed class LogisticRegressionTrainer(LogisticRegressionOptions options) : ITrainer
{
    /// <inheritdoc />
    public bool ChoosesOnValidation => false;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var identity = FormattableString.Invariant($"{context.Random.Key:x16} {context.Train.Cases.Count} {options.InverseRegularisation:R} {options.PosWeight}");
        if (RegressionCheckpoint.Restore(context, identity) is { } restored)
            return new LogisticRegressionPredictor(restored, context);
        if (!context.Fitting)
            return new LogisticRegressionPredictor(Zero(context, CaseFeatures.Load(First(context), context, cancellation)[0].Length), context);
        var fitted = FitTo(context, CaseFeatures.Load(context.Train, context, cancellation), cancellation);
        RegressionCheckpoint.Save(context, fitted, identity);
        return new LogisticRegressionPredictor(fitted, context);
    }

    /// <summary>A regression for each label.</summary>
    /// <param name="context">The unit; what was done is logged.</param>
    /// <param name="features">One row for each training case.</param>
    /// <param name="cancellation">Stops between labels.</param>
    internal List<LogisticRegression> FitTo(TrainingContext context, List<double[]> features, CancellationToken cancellation)
    {
        var weights = Weights(context);
        var fitted = new List<LogisticRegression>();
        var losses = new List<double>();
        long steps = 0;
        for (var label = 0; label < context.Labels.Count; label++)
        {
            cancellation.ThrowIfCancellationRequested();
            var cases = Known(context, features, label, weights[label]);
            fitted.Add(Fit(context, context.Labels[label], cases, out var taken));
            losses.Add(MeanLoss(fitted[^1], cases));
            steps += taken;
        }

        context.Log.Rewind(0);
        context.Log.Add(new TrainingEvent("epoch", 0, steps, new Dictionary<string, double> { ["train_loss"] = losses.Average() }));
        return fitted;
    }

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context) => new LogisticRegressionPredictor(RegressionCheckpoint.LoadModel(context), context);

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        var features = CaseFeatures.Load(First(context), context, CancellationToken.None);
        _ = Weights(context);
        for (var label = 0; label < context.Labels.Count; label++)
            _ = Known(context, [.. context.Train.Cases.Select(_ => features[0])], label, 1);
    }

    private static LogisticRegression[] Zero(TrainingContext context, int features) =>
        [.. context.Labels.Select(_ => new LogisticRegression([new double[features]], [0]))];

    private static SampleSet First(TrainingContext context) => context.Train.Cases.Count > 0
        ? context.Train with { Cases = [context.Train.Cases[0]] }
        : throw new TrainingException($"{context.Unit}: there is no case to train on. Give 'train' a greater share of the split.");

    private double[] Weights(TrainingContext context) =>
        options.PosWeight.For(new() { Labels = context.Labels, TrainingCases = context.Train.Cases, Device = context.Device });

    /// <summary>The cases whose label is known; both classes must be there.</summary>
    private static LabelledFeatures Known(TrainingContext context, List<double[]> features, int label, double positiveWeight)
    {
        var cases = context.Train.Cases;
        int[] known = [.. Enumerable.Range(0, cases.Count).Where(row => !double.IsNaN(cases[row].Labels[label]))];
        int[] classes = [.. known.Select(row => cases[row].Labels[label] > 0.5 ? 1 : 0)];
        var positives = classes.Sum();
        if (positives == 0 || positives == known.Length)
        {
            throw new TrainingException(
                $"{context.Unit}: '{context.Labels[label]}' has {positives} positive and {known.Length - positives} negative cases to train on, and a regression needs both. "
                + "Leave the label out, or use more cases.");
        }

        return new LabelledFeatures { Features = [.. known.Select(row => features[row])], Classes = classes, Weights = [.. classes.Select(c => c == 1 ? positiveWeight : 1)] };
    }

    private LogisticRegression Fit(TrainingContext context, string label, LabelledFeatures cases, out int steps)
    {
        try
        {
            return LogisticRegression.Fit(cases, options.InverseRegularisation, out steps);
        }
        catch (InvalidOperationException e)
        {
            throw new TrainingException($"{context.Unit}: '{label}': {e.Message}", e);
        }
    }

    private static double MeanLoss(LogisticRegression fitted, LabelledFeatures cases) => Enumerable.Range(0, cases.Features.Count)
        .Average(row => LogLossTerms.Of(cases.Classes[row], fitted.Probabilities(cases.Features[row])[1]));
}
