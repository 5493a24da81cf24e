using System.Text.Json;
using Framework.Sdk;

namespace Study.Assembly;

/// <summary>A classifier without a network: is the image nearer to the mean image of the positives, or to that of the negatives?</summary>
/// <param name="options">The steepness of the output.</param>
public sealed class CentroidTrainer(CentroidOptions options) : ITrainer
{
    internal const string FileName = "centroids.json";

    /// <inheritdoc />
    public bool ChoosesOnValidation => false;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        if (!context.Fitting)
            return Of(context, []);
        if (Kept(context) is { } kept)
            return Of(context, kept); // a resumed run
        var fitted = Enumerable.Range(0, context.Labels.Count).Select(label => MeanImages.Of(context, label, cancellation)).ToList();
        var predictor = Of(context, fitted);
        predictor.Save(context.Checkpoints);
        return predictor;
    }

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context) => Of(
        context, Kept(context) ?? throw new DataFormatException($"{context.Unit}: {FileName} is not there. Restore it from a copy, or run the experiment again with --new."));

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        using var workspace = new SampleWorkspace();
        context.Train.Pipeline.Load(context.Train.Cases[0], Phase.Evaluate, 0, workspace);
    }

    private CentroidPredictor Of(TrainingContext context, IReadOnlyList<MeanImages> means) => new(context, means, options.Sharpness);

    private static List<MeanImages>? Kept(TrainingContext context)
    {
        using var stream = context.Checkpoints.Open(FileName);
        return stream is null ? null : JsonSerializer.Deserialize<List<MeanImages>>(stream);
    }
}
