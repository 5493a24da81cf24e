namespace Framework.Components.Models.Weights.Pickles;

/// <summary>The stack, the marks on it and the memo of a pickle that is being read.</summary>
internal sealed class PickleStack(MappedFile file)
{
    private readonly List<object?> _values = [];
    private readonly Stack<int> _marks = [];
    private readonly Dictionary<int, object?> _memo = [];

    public object? Top => _values.Count > Floor ? _values[^1] : throw file.Damaged("its pickle takes a value from an empty stack");

    /// <summary>Values below the last mark are out of reach until it is taken.</summary>
    private int Floor => _marks.TryPeek(out var mark) ? mark : 0;

    public void Push(object? value) => _values.Add(value);

    public object? Pop()
    {
        var top = Top;
        _values.RemoveAt(_values.Count - 1);
        return top;
    }

    /// <summary>Takes the values of that type from the top, or says that the pickle is no pickle.</summary>
    public T Pop<T>() => Pop() is T value ? value : throw file.Damaged("its pickle has a value of another kind than belongs there");

    public object?[] Pop(int count)
    {
        if (_values.Count - count < Floor)
            throw file.Damaged("its pickle takes a value from an empty stack");
        var values = _values[^count..].ToArray();
        _values.RemoveRange(_values.Count - count, count);
        return values;
    }

    public void Mark() => _marks.Push(_values.Count);

    public object?[] PopToMark()
    {
        if (!_marks.TryPop(out var mark))
            throw file.Damaged("its pickle has no mark where one belongs");
        var values = _values[mark..].ToArray();
        _values.RemoveRange(mark, _values.Count - mark);
        return values;
    }

    public void Keep(int place) => _memo[place] = Top;

    public object? Kept(int place) => _memo.TryGetValue(place, out var value)
        ? value
        : throw file.Damaged($"its pickle refers to value {place}, which it has not kept");
}
