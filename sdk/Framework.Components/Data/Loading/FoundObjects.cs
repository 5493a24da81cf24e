using TorchSharp;

namespace Framework.Components.Data.Loading;

/// <summary>The objects on one image's grid, before they are tensors.</summary>
internal sealed class FoundObjects(VoxelGrid grid, bool hasMasks)
{
    private readonly List<float> _boxes = [];
    private readonly List<long> _classes = [];
    private readonly List<byte[]> _masks = [];

    public int Count => _classes.Count;

    public void Add(long number, VoxelBox box)
    {
        _classes.Add(number);
        _boxes.AddRange([(float)box.Low.X, (float)box.Low.Y, (float)box.High.X, (float)box.High.Y]);
    }

    /// <summary>An object by its mask; left out where nothing of it is on the grid.</summary>
    public void Add(long number, ReadOnlySpan<float> mask)
    {
        var (left, top, right, bottom) = (int.MaxValue, int.MaxValue, -1, -1);
        var bits = new byte[mask.Length];
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i] <= 0)
                continue;
            var (y, x) = Math.DivRem(i, grid.Width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            bits[i] = 1;
        }

        if (right < 0)
            return;
        Add(number, new VoxelBox(new VoxelPoint(left, top, 0), new VoxelPoint(right + 1, bottom + 1, 1)));
        _masks.Add(bits);
    }

    /// <summary>The objects as the truths of a case.</summary>
    /// <param name="classes">The names of the classes from 1 on.</param>
    public IReadOnlyList<CaseObject> ToTruths(IReadOnlyList<string> classes) => [.. Enumerable.Range(0, Count).Select(i =>
        new CaseObject(classes[(int)_classes[i] - 1], 1, new VoxelBox(new VoxelPoint(_boxes[4 * i], _boxes[(4 * i) + 1], 0), new VoxelPoint(_boxes[(4 * i) + 2], _boxes[(4 * i) + 3], 1)))
        {
            Mask = hasMasks ? RunLengthMask.Of(Array.ConvertAll(_masks[i], bit => (float)bit)) : null,
        })];

    /// <summary>Boxes (object, 4), classes (object) and masks (object, y, x) of 0 and 1.</summary>
    public ImageObjects ToTensors()
    {
        using var scope = torch.NewDisposeScope();
        var boxes = torch.tensor(_boxes.ToArray(), dtype: torch.ScalarType.Float32).reshape(Count, 4);
        var classes = torch.tensor(_classes.ToArray(), dtype: torch.ScalarType.Int64);
        var masks = hasMasks ? torch.tensor(AllMasks(), dtype: torch.ScalarType.Byte).reshape(Count, grid.Height, grid.Width) : null;
        return new ImageObjects(boxes.DetachFromDisposeScope(), classes.DetachFromDisposeScope(), masks?.DetachFromDisposeScope());
    }

    private byte[] AllMasks()
    {
        var all = new byte[Count * grid.Height * grid.Width];
        for (var i = 0; i < Count; i++)
            _masks[i].CopyTo(all, i * grid.Height * grid.Width);
        return all;
    }
}
