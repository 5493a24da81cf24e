namespace TorchSharp.Utils;

public partial class OrderedDict<TKey, TValue>
{
    public (TKey, TValue) this[int index]
    {
        get => Pair(_items.GetAt(index));
        set
        {
            RemoveAt(index);
            Insert(index, value);
        }
    }

    public void Add((TKey, TValue) item) => Add(item.Item1, item.Item2);

    public void Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    public void Insert(int index, (TKey, TValue) item) => _items.Insert(index, item.Item1, item.Item2);

    public void RemoveAt(int index) => _items.RemoveAt(index);

    public int IndexOf((TKey, TValue) item) => Contains(item) ? _items.IndexOf(item.Item1) : -1;

    public bool Contains((TKey, TValue) item) =>
        TryGetValue(item.Item1, out var value) && EqualityComparer<TValue>.Default.Equals(value, item.Item2);

    public bool Contains(KeyValuePair<TKey, TValue> item) => Contains(Pair(item));

    public bool Remove((TKey, TValue) item) => Contains(item) && Remove(item.Item1);

    public bool Remove(KeyValuePair<TKey, TValue> item) => Remove(Pair(item));

    public void CopyTo((TKey, TValue)[] array, int arrayIndex)
    {
        foreach (var item in this)
            array[arrayIndex++] = item;
    }

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)_items).CopyTo(array, arrayIndex);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => _items.GetEnumerator();

    private static (TKey, TValue) Pair(KeyValuePair<TKey, TValue> pair) => (pair.Key, pair.Value);
}
