using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The memory of one batch, filled row by row from several threads and used again for a later batch.</summary>
internal sealed class BatchBuffer : IDisposable
{
    private readonly torch.Tensor _labels;
    private readonly Case[] _cases;
    private readonly VoxelGrid[] _grids;
    private readonly int[] _repetitions;
    private readonly ObjectRows? _objects;
    private LoaderSettings _settings;
    private ImageRows _images;
    private MaskRows? _masks;

    public BatchBuffer(LoaderSettings settings)
    {
        _settings = settings;
        (_images, _masks) = Lay(settings);
        _objects = settings.Objects is { } objects ? new ObjectRows(objects, settings.BatchSize) : null;
        using var scope = torch.NewDisposeScope();
        _labels = StagingMemory.Zeros(settings.LabelsInstances ? [settings.BatchSize, settings.Bag!.Value, settings.Labels] : [settings.BatchSize, settings.Labels], settings.Pinned)
            .DetachFromDisposeScope();
        _cases = new Case[settings.BatchSize];
        _grids = new VoxelGrid[settings.BatchSize];
        _repetitions = new int[settings.BatchSize];
    }

    /// <summary>Puts a sample into a row. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample, int repetition)
    {
        if (_settings.IsAnySize)
            Fit(sample.Image.Shape);
        _images.Write(row, sample);
        _objects?.Write(row, sample);
        _masks?.Write(row, sample);
        _cases[row] = sample.Case;
        _grids[row] = VoxelGrid.Of(sample.Image);
        _repetitions[row] = repetition;
        var members = _settings.LabelsInstances ? sample.Case.Members : [sample.Case];
        if (_settings.LabelsInstances && members.Count != _images.Count(row))
            throw new DataFormatException($"case '{sample.Case.Id}': {members.Count} slices have labels, and {_images.Count(row)} are left after the transforms. Leave out what takes slices away.");
        var labels = Labels(row);
        for (var i = 0; i < members.Count * _settings.Labels; i++)
            labels[i] = (float)members[i / _settings.Labels].Labels[i % _settings.Labels];
    }

    /// <summary>The first rows as a batch: views of this memory.</summary>
    public Batch View(int rows) => new(_cases[..rows], _images.View(rows), LabelsOf(rows))
    {
        Repetitions = _repetitions.AsSpan(0, rows).ContainsAnyExcept(0) ? _repetitions[..rows] : null,
        Instances = _images.Instances(rows),
        Objects = _objects?.View(rows),
        Mask = _masks?.View(rows),
        Grids = _grids[..rows],
    };

    private Span<float> Labels(int row) => StagingMemory.Floats(_labels).Slice(row * _settings.LabelLength, _settings.LabelLength);

    // What pads a shorter series has no labels.
    private torch.Tensor LabelsOf(int rows)
    {
        if (!_settings.LabelsInstances)
            return _labels.narrow(0, 0, rows);
        var longest = _images.Longest(rows);
        for (var row = 0; row < rows; row++)
            Labels(row)[(_images.Count(row) * _settings.Labels)..(longest * _settings.Labels)].Fill(float.NaN);
        using var all = _labels.narrow(0, 0, rows);
        return all.narrow(1, 0, longest);
    }

    public void Dispose()
    {
        _images.Dispose();
        _masks?.Dispose();
        _labels.Dispose();
    }

    // One case a batch, so that one thread alone writes.
    private void Fit(ReadOnlySpan<int> shape)
    {
        if (shape.SequenceEqual(_settings.Shape.ToArray()))
            return;
        if (shape.Length != _settings.Shape.Count || shape[0] != _settings.Shape[0])
            return; // refused where it is written
        _images.Dispose();
        _masks?.Dispose();
        _settings = _settings with { Shape = shape.ToArray() };
        (_images, _masks) = Lay(_settings);
    }

    private static (ImageRows, MaskRows?) Lay(LoaderSettings settings) =>
        (new ImageRows(settings), settings.Masks is { } masks ? new MaskRows(masks, settings) : null);
}
