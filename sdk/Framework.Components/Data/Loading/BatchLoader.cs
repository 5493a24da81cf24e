namespace Framework.Components.Data.Loading;

/// <summary>Loads, transforms and batches cases on threads of its own, ahead of whoever uses them.</summary>
/// <remarks>
/// Without threads of its own it works in the caller's, when a batch is asked for. Each thread writes the cases it has transformed straight into the memory of their batch, which is allocated once and used again. What a batch
/// holds depends on the pass alone, not on the number of threads. One pass at a time.
/// </remarks>
public sealed class BatchLoader : IDisposable
{
    private readonly SampleSet _samples;
    private readonly LoaderSettings _settings;
    private readonly BatchBuffer[] _buffers;

    /// <summary>Prepares the memory.</summary>
    /// <param name="samples">The cases and how they are loaded.</param>
    /// <param name="settings">Batch size, threads, shapes.</param>
    public BatchLoader(SampleSet samples, LoaderSettings settings)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(settings.Threads);
        if (settings.IsAnySize)
            ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.BatchSize, 1);
        (_samples, _settings) = (samples, settings);
        _buffers = [.. Enumerable.Range(0, settings.Buffers).Select(_ => new BatchBuffer(settings with { BatchSize = settings.Rows, Part = LoaderPart.Whole }))];
    }

    /// <summary>Batches in a whole pass over the cases.</summary>
    public int Batches => (_samples.Cases.Count + _settings.BatchSize - 1) / _settings.BatchSize;

    /// <summary>Gives the batches of a pass in order. A batch is valid until the next one is asked for.</summary>
    /// <param name="pass">Which cases, in what order, from where on.</param>
    /// <param name="cancellation">Stops the threads and throws.</param>
    /// <exception cref="DataFormatException">A case could not be loaded; thrown once, in place of the batch that it belongs to.</exception>
    public IEnumerable<Batch> Read(LoaderPass pass, CancellationToken cancellation)
    {
        using var run = new LoaderRun(_samples, _settings, _buffers, pass);
        using var stop = cancellation.Register(run.Stop);
        run.Start();
        for (var batch = pass.FirstBatch; batch < run.Batches; batch++)
        {
            var rows = run.Await(batch);
            cancellation.ThrowIfCancellationRequested();
            yield return _buffers[batch % _buffers.Length].View(rows);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var buffer in _buffers)
            buffer.Dispose();
    }
}
