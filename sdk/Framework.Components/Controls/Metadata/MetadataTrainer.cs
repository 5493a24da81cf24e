using Framework.Components.Models;
using Framework.Components.Training;

namespace Framework.Components.Controls;

/// <summary>Fits a logistic regression for each label on facts of the acquisition.</summary>
internal sealed class MetadataTrainer(MetadataOnlyOptions options, CaseFacts facts) : ITrainer
{
    /// <summary>The kind of event that holds what weighed most: coefficients on columns of standard deviation 1, by label and column.</summary>
    public const string FeaturesEvent = "features";

    private const int FeaturesShown = 10;

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var known = facts.Of(context.Train.Cases, context.LoaderThreads, cancellation);
        var encoding = new MetadataEncoding(known);
        double[][] rows = [.. known.Select(encoding.Encode)];
        LogisticRegression[] fitted = [.. Enumerable.Range(0, context.Labels.Count).Select(label => Fit(context, rows, label, encoding.Columns.Count))];
        context.Log.Rewind(0);
        context.Log.Add(new TrainingEvent(FeaturesEvent, 0, 0, Strongest(context, encoding, rows, fitted)));
        return new MetadataPredictor(context, facts, encoding, fitted);
    }

    public void Try(TrainingContext context)
    {
    }

    /// <summary>Without cases of both kinds there is nothing to tell apart: the share of positives.</summary>
    private LogisticRegression Fit(TrainingContext context, double[][] rows, int label, int columns)
    {
        var cases = context.Train.Cases;
        int[] known = [.. Enumerable.Range(0, cases.Count).Where(row => !double.IsNaN(cases[row].Labels[label]))];
        int[] classes = [.. known.Select(row => cases[row].Labels[label] > 0.5 ? 1 : 0)];
        if (columns == 0 || classes.Distinct().Count() < 2)
        {
            var share = Math.Clamp(PrevalenceTrainer.Share(cases, label), 1e-6, 1 - 1e-6);
            return new LogisticRegression([new double[columns]], [Math.Log(share / (1 - share))]);
        }

        return LogisticRegression.Fit(new LabelledFeatures { Features = [.. known.Select(row => rows[row])], Classes = classes }, options.InverseRegularisation);
    }

    private static Dictionary<string, double> Strongest(TrainingContext context, MetadataEncoding encoding, double[][] rows, LogisticRegression[] fitted)
    {
        double[] spread = [.. Enumerable.Range(0, encoding.Columns.Count).Select(column => Spread(rows, column))];
        var weights =
            from label in Enumerable.Range(0, fitted.Length)
            from column in Enumerable.Range(0, spread.Length)
            let weight = fitted[label].Coefficients[0][column] * spread[column]
            where weight != 0
            orderby Math.Abs(weight) descending
            select (Name: $"{context.Labels[label]}: {encoding.Columns[column]}", Weight: weight);
        return weights.Take(FeaturesShown).ToDictionary(pair => pair.Name, pair => pair.Weight);
    }

    private static double Spread(double[][] rows, int column)
    {
        var mean = rows.Average(row => row[column]);
        return Math.Sqrt(rows.Average(row => (row[column] - mean) * (row[column] - mean)));
    }
}
