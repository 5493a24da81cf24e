using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Probabilities as the numbers of a table, a row for each case.</summary>
internal static class PredictedRows
{
    /// <summary>Row-major (case, label).</summary>
    /// <exception cref="ExperimentException">They are not one number for each label of each case.</exception>
    public static double[] Of(torch.Tensor probabilities, int cases, int labels)
    {
        if (!probabilities.shape.SequenceEqual([cases, labels]))
            throw new ExperimentException(
                $"'supervised' predicts a probability for each label of a case, ({cases}, {labels}); this model and loss give ({string.Join(", ", probabilities.shape)}). Use a model of whole cases, such as resnet.");
        using var scope = torch.NewDisposeScope();
        return probabilities.to(torch.ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
    }
}
