using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Probabilities as the numbers of a table: a row for each case, or for each slice of the batch's series.</summary>
internal static class PredictedRows
{
    /// <summary>Row-major (row, label); slices in the order of their series, padding left out.</summary>
    /// <param name="probabilities">(case, label), or (case, instance, label) where instances have labels.</param>
    /// <param name="batch">What was predicted.</param>
    /// <param name="labels">How many labels there are.</param>
    /// <exception cref="ExperimentException">They are not one number for each label of each row.</exception>
    public static double[] Of(torch.Tensor probabilities, Batch batch, int labels)
    {
        var isSeries = batch.Labels.Dimensions == 3;
        long[] expected = isSeries ? [batch.Cases.Count, batch.Labels.shape[1], labels] : [batch.Cases.Count, labels];
        if (!probabilities.shape.SequenceEqual(expected))
        {
            throw new ExperimentException(isSeries
                ? $"'supervised' predicts a probability for each label of a slice, ({string.Join(", ", expected)}); this model and loss give ({string.Join(", ", probabilities.shape)}). Use a model of series, such as sequence, or leave 'series' out."
                : $"'supervised' predicts a probability for each label of a case, ({string.Join(", ", expected)}); this model and loss give ({string.Join(", ", probabilities.shape)}). Use a model of whole cases, such as resnet{(probabilities.Dimensions == 3 ? ", or say by 'series' that cases are slices" : "")}.");
        }

        using var scope = torch.NewDisposeScope();
        var all = probabilities.to(torch.ScalarType.Float64).cpu().contiguous().data<double>().ToArray();
        if (!isSeries)
            return all;
        var longest = (int)expected[1];
        return [.. batch.Cases.SelectMany((item, row) => all.AsSpan(row * longest * labels, item.Members.Count * labels).ToArray())];
    }
}
