using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The memory of one batch, filled row by row from several threads and used again for a later batch.</summary>
internal sealed class BatchBuffer : IDisposable
{
    private readonly LoaderSettings _settings;
    private readonly ImageRows _images;
    private readonly torch.Tensor _labels;
    private readonly Case[] _cases;
    private readonly int[] _repetitions;
    private readonly ObjectRows? _objects;

    public BatchBuffer(LoaderSettings settings)
    {
        _settings = settings;
        _images = new ImageRows(settings);
        _objects = settings.Objects is { } objects ? new ObjectRows(objects, settings.BatchSize) : null;
        using var scope = torch.NewDisposeScope();
        _labels = StagingMemory.Zeros([settings.BatchSize, settings.Labels], settings.Pinned).DetachFromDisposeScope();
        _cases = new Case[settings.BatchSize];
        _repetitions = new int[settings.BatchSize];
    }

    /// <summary>Puts a sample into a row. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample, int repetition)
    {
        _images.Write(row, sample);
        _objects?.Write(row, sample);
        _cases[row] = sample.Case;
        _repetitions[row] = repetition;
        var labels = StagingMemory.Floats(_labels).Slice(row * _settings.Labels, _settings.Labels);
        for (var i = 0; i < labels.Length; i++)
            labels[i] = (float)sample.Case.Labels[i];
    }

    /// <summary>The first rows as a batch: views of this memory.</summary>
    public Batch View(int rows) => new(_cases[..rows], _images.View(rows), _labels.narrow(0, 0, rows))
    {
        Repetitions = _repetitions.AsSpan(0, rows).ContainsAnyExcept(0) ? _repetitions[..rows] : null,
        Instances = _images.Instances(rows),
        Objects = _objects?.View(rows),
    };

    public void Dispose()
    {
        _images.Dispose();
        _labels.Dispose();
    }
}
