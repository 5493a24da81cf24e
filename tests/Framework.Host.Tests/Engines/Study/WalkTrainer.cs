using System.Text.Json;
using Framework.Sdk;

namespace Framework.Host.Tests.Engines.Study;

/// <summary>Moves one number towards the labels of cases drawn at random; every bit of it depends on every step before.</summary>
public sealed class WalkTrainer(WalkOptions options) : ITrainer
{
    private const string State = "checkpoint.json";

    /// <summary>Called after each step, with the steps finished.</summary>
    public Action<long>? AfterStep { get; set; }

    /// <summary>The steps that this object took, in order.</summary>
    public List<(string Unit, long Step)> Taken { get; } = [];

    /// <summary>The units that were tried.</summary>
    public List<string> Tried { get; } = [];

    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        var (step, place) = Load(context.Checkpoints);
        context.Log.Rewind(step);
        while (context.Fitting && step < options.Steps)
        {
            if (cancellation.IsCancellationRequested)
            {
                Save(context.Checkpoints, step, place);
                cancellation.ThrowIfCancellationRequested();
            }

            place = Walk(context, step, place);
            step++;
            context.Log.Add(new TrainingEvent("step", 0, step, new Dictionary<string, double> { ["place"] = place }));
            context.Log.Progress(new TrainingProgress(step, options.Steps, 0, place, 1));
            Taken.Add((context.Unit, step));
            if (step % options.SaveEvery == 0)
                Save(context.Checkpoints, step, place);
            AfterStep?.Invoke(step);
        }

        return new WalkPredictor(context.Labels, place);
    }

    public IPredictor Restore(TrainingContext context)
    {
        using var stream = context.Checkpoints.Open(WalkPredictor.FileName)!;
        return new WalkPredictor(context.Labels, JsonSerializer.Deserialize<double>(stream));
    }

    public void Try(TrainingContext context)
    {
        Tried.Add(context.Unit);
        if (options.Rate > 1)
            throw new ExperimentException("'study.walk' needs 'rate' to be at most 1.");
    }

    private double Walk(TrainingContext context, long step, double place)
    {
        var random = context.Random.Derive("order").Derive(step);
        var item = context.Train.Cases[random.Next(context.Train.Cases.Count)];
        using var workspace = new SampleWorkspace();
        var pixel = context.Train.Pipeline.Load(item, Phase.Train, 0, workspace).Image.Pixels[0];
        return place + (options.Rate * (item.Labels[0] - place)) + (0.01 * Math.Sin(pixel) * random.Normal());
    }

    private static (long Step, double Place) Load(ICheckpointStore checkpoints)
    {
        using var stream = checkpoints.Open(State);
        var values = stream is null ? null : JsonSerializer.Deserialize<double[]>(stream);
        return values is null ? (0, 0.25) : ((long)values[0], values[1]);
    }

    private static void Save(ICheckpointStore checkpoints, long step, double place) =>
        checkpoints.Save(State, stream => JsonSerializer.Serialize(stream, new[] { step, place }));
}
