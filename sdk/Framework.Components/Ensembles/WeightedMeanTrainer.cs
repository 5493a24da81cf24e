using System.Text.Json;

namespace Framework.Components.Ensembles;

/// <summary>Gives the weighted mean of the outputs of the stages that are read, with weights that are given, or fitted for the least log loss.</summary>
/// <remarks>
/// Fitted weights are at least 0 and add up to 1, the same for all labels: stacking of predictive distributions, by expectation maximisation
/// (Smyth and Wolpert 1999). The log loss is convex in them, so the fit is the best there is. Not fitted (a control), all weights are equal.
/// </remarks>
public sealed class WeightedMeanTrainer : ITrainer
{
    /// <summary>The file of fitted weights.</summary>
    internal const string FileName = "weights.json";
    private readonly IReadOnlyDictionary<string, double>? _given;

    /// <summary>Checks the weights.</summary>
    /// <param name="options">Weights, or none.</param>
    /// <exception cref="ExperimentException">All weights are 0.</exception>
    public WeightedMeanTrainer(WeightedMeanOptions options)
    {
        if (options.Weights is { } weights && !(weights.Values.Sum() > 0))
            throw new ExperimentException("'weighted-mean' needs a weight above 0 for one stage at least. Leave 'weights' out to have them fitted.");
        _given = options.Weights;
    }

    /// <inheritdoc />
    public bool IsFitted => _given is null;

    /// <inheritdoc />
    public IPredictor Fit(TrainingContext context, CancellationToken cancellation)
    {
        if (_given is not null)
            return new WeightedMeanPredictor(context, stages => Given(stages, context.Unit));
        if (!context.Fitting)
            return new WeightedMeanPredictor(context, MeanTrainer.Equal);
        return Of(context, Kept(context) ?? Fitted(context, cancellation));
    }

    /// <inheritdoc />
    public IPredictor Restore(TrainingContext context) => _given is not null
        ? new WeightedMeanPredictor(context, stages => Given(stages, context.Unit))
        : Of(context, Kept(context) ?? throw new DataFormatException($"{context.Unit}: {FileName} is not there. Restore it from a copy, or run the experiment again with --new."));

    private static WeightedMeanPredictor Of(TrainingContext context, Dictionary<string, double> fitted) =>
        new(context, stages => [.. stages.Select(stage => fitted[stage])]) { Fitted = fitted };

    /// <inheritdoc />
    public void Try(TrainingContext context)
    {
        var (stages, _) = StageOutputs.Load(context.Train with { Cases = [context.Train.Cases[0]] }, context.Labels, context.Unit, CancellationToken.None);
        if (_given is not null)
            _ = Given(stages, context.Unit);
    }

    private double[] Given(IReadOnlyList<string> stages, string unit)
    {
        if (!stages.Order(StringComparer.Ordinal).SequenceEqual(_given!.Keys.Order(StringComparer.Ordinal)))
            throw new ExperimentException($"{unit}: 'weights' names {string.Join(", ", _given.Keys.Select(name => $"'{name}'"))}, and the stages that are read are {string.Join(", ", stages.Select(name => $"'{name}'"))}. Give each of them a weight.");
        var sum = _given.Values.Sum();
        return [.. stages.Select(stage => _given[stage] / sum)];
    }

    private static Dictionary<string, double> Fitted(TrainingContext context, CancellationToken cancellation)
    {
        var (stages, rows) = StageOutputs.Load(context.Train, context.Labels, context.Unit, cancellation);
        var labels = context.Labels.Count;
        // What each stage held likely of what turned out to be so.
        var likely = from row in Enumerable.Range(0, rows.Count)
                     from label in Enumerable.Range(0, labels)
                     let target = context.Train.Cases[row].Labels[label]
                     where !double.IsNaN(target)
                     select stages.Select((_, stage) => target > 0.5 ? rows[row][(stage * labels) + label] : 1 - rows[row][(stage * labels) + label]).ToArray();
        double[][] known = [.. likely];
        if (known.Length == 0)
            throw new TrainingException($"{context.Unit}: no case to fit weights on has a known label. Give 'weights', or use 'mean'.");
        var weights = MixtureWeights.Fit(known, out var steps, out var loss);
        context.Log.Rewind(0);
        context.Log.Add(new TrainingEvent("epoch", 0, steps, new Dictionary<string, double> { ["train_loss"] = loss }));
        var fitted = stages.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second);
        context.Checkpoints.Save(FileName, stream => JsonSerializer.Serialize(stream, fitted));
        return fitted;
    }

    private static Dictionary<string, double>? Kept(TrainingContext context)
    {
        using var stream = context.Checkpoints.Open(FileName);
        return stream is null ? null : JsonSerializer.Deserialize<Dictionary<string, double>>(stream);
    }
}
