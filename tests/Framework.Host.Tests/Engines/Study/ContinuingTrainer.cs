using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Draws a number between 0 and 1 and calls it its validation loss; one that goes on from another adds 0.001 for each training case to that one's number.</summary>
public sealed class ContinuingTrainer : ITrainer
{
    public bool CanContinue => true;

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var place = context.Start is { } start ? Read(start) + (0.001 * context.Train.Cases.Count) : context.Random.Derive("place").Uniform(0, 1);
        context.Log.Rewind(0);
        var values = new Dictionary<string, double> { ["train_loss"] = place };
        if (context.Validate.Cases.Count > 0)
            values.Add("validate_loss", place);
        context.Log.Add(new TrainingEvent("epoch", 0, 1, values));
        return new WalkPredictor(context.Labels, place);
    }

    public IPredictor Restore(TrainingContext context) => new WalkPredictor(context.Labels, Read(context.Checkpoints));

    public void Try(TrainingContext context)
    {
    }

    /// <summary>The number that a unit left.</summary>
    public static double Read(ICheckpointStore files)
    {
        using var stream = files.Open(WalkPredictor.FileName)!;
        return JsonSerializer.Deserialize<double>(stream);
    }
}
