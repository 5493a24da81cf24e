namespace Framework.Components.Data.Loading;

/// <summary>The objects of one batch: worked out by the loader threads, made tensors when the batch is given.</summary>
internal sealed class ObjectRows(ObjectOptions options, int batchSize)
{
    private readonly SampleObjects _objects = new(options);
    private readonly FoundObjects[] _rows = new FoundObjects[batchSize];

    /// <summary>Finds the objects of a sample. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample) => _rows[row] = _objects.Of(sample);

    /// <summary>The first rows' objects, as tensors that the caller owns.</summary>
    public IReadOnlyList<ImageObjects> View(int rows) => [.. _rows.Take(rows).Select(found => found.ToTensors())];
}
