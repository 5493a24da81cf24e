namespace Framework.Components.Models.Weights.Pickles;

/// <summary>A dictionary of a pickle, in order; a later value of a text key takes the earlier one's place, as in Python.</summary>
/// <remarks>Only text keys are looked up, so only they are hashed: a file cannot choose keys that collide.</remarks>
internal sealed class PickledDictionary
{
    // Made when first needed: a hostile file may have millions of empty dictionaries.
    private List<(object? Key, object? Value)>? _items;
    private Dictionary<string, int>? _places;

    public IReadOnlyList<(object? Key, object? Value)> Items => _items ?? [];

    /// <summary>True where a tensor stands under a text key.</summary>
    public bool HasTensors { get; private set; }

    /// <summary>The value of a text key; null where there is none.</summary>
    public object? this[string key] => _places is not null && _places.TryGetValue(key, out var place) ? _items![place].Value : null;

    public void Set(object? key, object? value)
    {
        HasTensors |= key is string && value is StoredTensor;
        _items ??= [];
        if (key is not string text || (_places ??= []).TryAdd(text, _items.Count))
            _items.Add((key, value));
        else
            _items[_places[text]] = (key, value);
    }
}
