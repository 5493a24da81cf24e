namespace Framework.Components.Evaluation.Findings;

/// <summary>Items in sets that do not meet, which are united two at a time (Galler and Fischer 1964).</summary>
/// <param name="count">Number of items, each a set by itself at first.</param>
internal sealed class DisjointSets(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    /// <summary>The least item of the set that an item is in.</summary>
    public int RootOf(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    /// <summary>Makes one set of two.</summary>
    public void Unite(int one, int other)
    {
        var (low, high) = (RootOf(one), RootOf(other));
        if (low > high)
            (low, high) = (high, low);
        _parents[high] = low;
    }
}
