using TorchSharp;

namespace Framework.Components.Training.Losses;

/// <summary>A weighted sum of the model's own losses.</summary>
internal sealed class ModelLosses(IReadOnlyDictionary<string, double> weights) : ILoss
{
    public torch.Tensor Compute(ModelOutput output, Batch batch)
    {
        if (output.Losses.Count == 0)
            throw new ExperimentException("'model-losses' needs a model that works out losses itself, such as a detector; this one has none. Use another loss, such as bce-with-logits.");
        if (weights.Keys.FirstOrDefault(name => !output.Losses.ContainsKey(name)) is { } unknown)
            throw new ExperimentException($"'model-losses' has a weight for '{unknown}', and the model has no such loss. It has {string.Join(", ", output.Losses.Keys)}.");
        return output.Losses.Select(loss => loss.Value * weights.GetValueOrDefault(loss.Key, 1)).Aggregate((sum, loss) => sum + loss);
    }

    public torch.Tensor Probabilities(ModelOutput output) => throw new ExperimentException(
        "'model-losses' gives no probabilities of labels: a detector finds objects. Set trainer.objects, or use a classifier with another loss.");

    public IReadOnlyDictionary<string, torch.Tensor> Parts(ModelOutput output, Batch batch) => output.Losses;

    public void Dispose()
    {
    }
}
