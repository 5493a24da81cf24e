using Framework.Sdk;

namespace Study.Assembly;

/// <summary>The mean images of a label's positives and negatives in the training part.</summary>
/// <param name="Positive">Values in the order of the image's; all 0 where there is no positive.</param>
/// <param name="Negative">Likewise.</param>
internal sealed record MeanImages(double[] Positive, double[] Negative)
{
    /// <summary>Looks at every training case whose label is known.</summary>
    public static MeanImages Of(TrainingContext context, int label, CancellationToken cancellation) => new(Mean(context, label, 1, cancellation), Mean(context, label, 0, cancellation));

    private static double[] Mean(TrainingContext context, int label, double wanted, CancellationToken cancellation)
    {
        using var workspace = new SampleWorkspace();
        double[] sum = [];
        var count = 0;
        foreach (var item in context.Train.Cases)
        {
            cancellation.ThrowIfCancellationRequested();
            var pixels = context.Train.Pipeline.Load(item, Phase.Evaluate, 0, workspace).Image.Pixels;
            if (sum.Length == 0)
                sum = new double[pixels.Length];
            if (sum.Length != pixels.Length)
                throw new TrainingException($"{context.Unit}: case '{item.Id}' has {pixels.Length} values, and others {sum.Length}. Bring images to one size with 'resize'.");
            if (item.Labels[label] == wanted)
            {
                count++;
                for (var i = 0; i < sum.Length; i++)
                    sum[i] += pixels[i];
            }

            workspace.Reset();
        }

        return count == 0 ? sum : Array.ConvertAll(sum, value => value / count);
    }
}
