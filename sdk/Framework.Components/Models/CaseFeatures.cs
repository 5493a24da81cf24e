using Framework.Components.Data.Loading;

namespace Framework.Components.Models;

/// <summary>Each case's image as a vector of features: its values in the order (channel, z, y, x), as they are when a model predicts.</summary>
internal static class CaseFeatures
{
    // The curvature of the loss has a number for each pair of features: 2,000 need 32 MB.
    private const int Greatest = 2000;
    private const int BatchSize = 64;

    public static List<double[]> Load(SampleSet samples, TrainingContext context, CancellationToken cancellation)
    {
        var features = new List<double[]>(samples.Cases.Count);
        if (samples.Cases.Count == 0)
            return features;
        var settings = new LoaderSettings { BatchSize = BatchSize, Threads = context.LoaderThreads, Shape = Shape(samples, context.Unit), Labels = context.Labels.Count };
        using var loader = new BatchLoader(samples, settings);
        foreach (var batch in loader.Read(LoaderPass.Evaluation(samples.Cases.Count), cancellation))
        {
            using (batch)
            {
                foreach (var row in batch.Image.data<float>().ToArray().Chunk((int)(batch.Image.numel() / batch.Cases.Count)))
                    features.Add(Check(Array.ConvertAll(row, value => (double)value), samples.Cases[features.Count], context.Unit));
            }
        }

        return features;
    }

    /// <summary>The shape of the first case, which all have.</summary>
    private static int[] Shape(SampleSet samples, string unit)
    {
        using var workspace = new SampleWorkspace();
        var image = samples.Pipeline.Load(samples.Cases[0], Phase.Evaluate, 0, workspace).Image;
        if (image.Length <= Greatest)
            return image.Shape.ToArray();
        throw new TrainingException(
            $"{unit}: 'logistic-regression' got {image.Length:N0} features a case (images {string.Join(" x ", image.Shape.ToArray())}), and takes at most {Greatest:N0}. "
            + "Reduce the images in 'transforms', or give it the outputs of another stage.");
    }

    private static double[] Check(double[] row, Case item, string unit) => Array.FindIndex(row, value => !double.IsFinite(value)) is var at and >= 0
        ? throw new DataFormatException($"{unit}: case '{item.Id}': feature {at} is {row[at]}, and must be a finite number. Look at this case's values and at the transforms.")
        : row;
}
