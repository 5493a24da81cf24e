using Framework.Components.Models;
using Framework.Components.Training;

namespace Framework.Components.Controls;

/// <summary>Fits a logistic regression for each label on the feature vectors of a network that stays as it begins.</summary>
/// <remarks>Features are scaled to mean 0 and standard deviation 1 over the training part; the coefficients that are kept are those of the features as they are.</remarks>
internal sealed class FrozenFeaturesTrainer(SupervisedTrainer network, double inverseRegularisation) : ITrainer
{
    private readonly LogisticRegressionTrainer _regression = new(new LogisticRegressionOptions { InverseRegularisation = inverseRegularisation });

    public bool ChoosesOnValidation => false;

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var frozen = network.Fit(context with { Fitting = false }, cancellation);
        try
        {
            return new FrozenFeaturesPredictor(frozen, Regressions(context, frozen, cancellation), context);
        }
        catch
        {
            frozen.Dispose();
            throw;
        }
    }

    public void Try(TrainingContext context) => network.Try(context);

    public LoaderMemory? LoaderMemory(TrainingContext context) => network.LoaderMemory(context);

    public FittingMemory? FittingMemory(TrainingContext context) => network.FittingMemory(context with { Fitting = false });

    private IReadOnlyList<LogisticRegression> Regressions(TrainingContext context, IPredictor frozen, CancellationToken cancellation)
    {
        var identity = FormattableString.Invariant($"{context.Random.Key:x16} {context.Train.Cases.Count} {inverseRegularisation:R} frozen");
        if (RegressionCheckpoint.Restore(context, identity) is { } restored)
            return restored;
        var features = FrozenFeaturesPredictor.FeaturesOf(frozen, context.Train, cancellation);
        var (means, scales) = Scale(features);
        var scaled = features.ConvertAll(row => row.Select((value, at) => (value - means[at]) / scales[at]).ToArray());
        var fitted = _regression.FitTo(context, scaled, cancellation).Select(own => OfUnscaled(own, means, scales)).ToList();
        RegressionCheckpoint.Save(context, fitted, identity);
        return fitted;
    }

    private static (double[] Means, double[] Scales) Scale(List<double[]> rows)
    {
        var width = rows[0].Length;
        var (means, scales) = (new double[width], new double[width]);
        for (var at = 0; at < width; at++)
        {
            means[at] = rows.Average(row => row[at]);
            var variance = rows.Average(row => (row[at] - means[at]) * (row[at] - means[at]));
            scales[at] = variance > 0 ? Math.Sqrt(variance) : 1; // what never varies tells nothing
        }

        return (means, scales);
    }

    private static LogisticRegression OfUnscaled(LogisticRegression scaled, double[] means, double[] scales)
    {
        double[] coefficients = [.. scaled.Coefficients[0].Select((own, at) => own / scales[at])];
        return new LogisticRegression([coefficients], [scaled.Intercepts[0] - coefficients.Zip(means, (own, mean) => own * mean).Sum()]);
    }
}
