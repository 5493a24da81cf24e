using TorchSharp;

namespace Framework.Sdk;

/// <summary>Some rows of a batch changed together; the others keep their bits.</summary>
public static class BatchRows
{
    /// <summary>The batch with some of its rows replaced.</summary>
    /// <param name="batch">(case, ...); left untouched.</param>
    /// <param name="rows">Which ones, in order.</param>
    /// <param name="change">Gets those rows one below the other, and gives as many.</param>
    public static torch.Tensor Replace(torch.Tensor batch, IReadOnlyList<int> rows, Func<torch.Tensor, torch.Tensor> change)
    {
        if (rows.Count == 0)
            return batch;
        if (rows.Count == batch.shape[0])
            return change(batch);
        var places = torch.tensor(rows.Select(row => (long)row).ToArray(), dtype: torch.ScalarType.Int64, device: batch.device);
        return batch.index_copy(0, places, change(batch.index_select(0, places)));
    }
}
