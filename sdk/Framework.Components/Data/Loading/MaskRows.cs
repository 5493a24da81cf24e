using System.Runtime.InteropServices;
using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The masks of one batch, one below the other in memory.</summary>
internal sealed class MaskRows : IDisposable
{
    private readonly SampleMask _mask;
    private readonly int _length;
    private readonly torch.Tensor _memory;

    public MaskRows(MaskOptions options, LoaderSettings settings)
    {
        if (settings.Bag is not null)
            throw new ExperimentException("bags of images have no masks. Leave 'bag' or 'masks' out.");
        _mask = new SampleMask(options);
        _length = settings.Shape.Skip(1).Aggregate(1, (length, size) => checked(length * size));
        using var scope = torch.NewDisposeScope();
        _memory = StagingMemory.Zeros([settings.BatchSize, .. settings.Shape.Skip(1).Select(size => (long)size)], settings.Pinned, torch.ScalarType.Int64).DetachFromDisposeScope();
    }

    /// <summary>Puts a mask into a row. Rows may be written by several threads at once.</summary>
    public void Write(int row, Sample sample) => _mask.Read(sample, MemoryMarshal.Cast<byte, long>(_memory.bytes).Slice(row * _length, _length));

    /// <summary>The first rows: a view of this memory.</summary>
    public torch.Tensor View(int rows) => _memory.narrow(0, 0, rows);

    public void Dispose() => _memory.Dispose();
}
