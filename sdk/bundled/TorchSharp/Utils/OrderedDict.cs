using System.Collections;

namespace TorchSharp.Utils;

/// <summary>A dictionary that keeps the order of insertion, and is a list of its pairs too.</summary>
public partial class OrderedDict<TKey, TValue> : IDictionary<TKey, TValue>, IList<(TKey, TValue)> where TKey : notnull
{
    private readonly OrderedDictionary<TKey, TValue> _items = [];

    public OrderedDict()
    {
    }

    public int Count => _items.Count;

    public bool IsReadOnly => false;

    public ICollection<TKey> Keys => _items.Keys;

    public ICollection<TValue> Values => _items.Values;

    public TValue this[TKey key] { get => _items[key]; set => _items[key] = value; }

    public void Add(TKey key, TValue value) => _items.Add(key, value);

    public bool ContainsKey(TKey key) => _items.ContainsKey(key);

    public bool TryGetValue(TKey key, out TValue value) => _items.TryGetValue(key, out value!);

    public bool Remove(TKey key) => _items.Remove(key);

    public void Clear() => _items.Clear();

    /// <summary>The keys, in order.</summary>
    public IEnumerable<TKey> keys() => _items.Keys;

    /// <summary>The values, in order.</summary>
    public IEnumerable<TValue> values() => _items.Values;

    /// <summary>The pairs, in order.</summary>
    public IEnumerator<(TKey, TValue)> items() => _items.Select(pair => (pair.Key, pair.Value)).GetEnumerator();

    /// <summary>Removes everything.</summary>
    public void clear() => Clear();

    public IEnumerator<(TKey, TValue)> GetEnumerator() => items();

    IEnumerator IEnumerable.GetEnumerator() => items();
}
