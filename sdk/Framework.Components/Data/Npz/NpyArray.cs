namespace Framework.Components.Data.Npz;

/// <summary>An array of a NumPy file. Its first axis counts items; each item is read by itself.</summary>
public sealed class NpyArray
{
    private readonly byte[] _data;
    private readonly NpyType _type;
    private readonly bool _columnsFirst;

    internal NpyArray(IReadOnlyList<int> shape, NpyType type, bool columnsFirst, byte[] data)
    {
        (Shape, _type, _columnsFirst, _data) = (shape, type, columnsFirst, data);
        Count = shape.Count == 0 ? 1 : shape[0];
        ItemLength = shape.Skip(1).Aggregate(1, (length, size) => length * size);
    }

    /// <summary>Sizes of the axes.</summary>
    public IReadOnlyList<int> Shape { get; }

    /// <summary>Number of items: the first size, or 1 where there is no axis.</summary>
    public int Count { get; }

    /// <summary>Numbers of one item.</summary>
    public int ItemLength { get; }

    /// <summary>Reads one item, its last axis varying fastest.</summary>
    /// <param name="item">From 0.</param>
    /// <param name="to">As long as <see cref="ItemLength"/>.</param>
    public void Read(int item, Span<float> to)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)item, (uint)Count, nameof(item));
        if (!_columnsFirst)
        {
            for (var i = 0; i < to.Length; i++)
                to[i] = Value(((long)item * ItemLength) + i);
            return;
        }

        // In Fortran's order the first axis varies fastest: an item's numbers lie a whole axis apart.
        Span<int> place = stackalloc int[Shape.Count];
        place.Clear();
        for (var i = 0; i < to.Length; i++)
        {
            long at = item;
            long stride = Count;
            for (var axis = 1; axis < Shape.Count; axis++)
            {
                at += place[axis] * stride;
                stride *= Shape[axis];
            }

            to[i] = Value(at);
            for (var axis = Shape.Count - 1; axis > 0 && ++place[axis] == Shape[axis]; axis--)
                place[axis] = 0;
        }
    }

    private float Value(long at) => _type.Value(_data.AsSpan((int)(at * _type.Size), _type.Size));
}
