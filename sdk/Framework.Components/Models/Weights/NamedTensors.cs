namespace Framework.Components.Models.Weights;

/// <summary>Tensors by name, in order, with what was noted on the way to them.</summary>
internal sealed class NamedTensors(IEnumerable<KeyValuePair<string, StoredTensor>> tensors, IReadOnlyList<string> notes)
{
    public OrderedDictionary<string, StoredTensor> Tensors { get; } = new(tensors);

    public IReadOnlyList<string> Notes => notes;
}
