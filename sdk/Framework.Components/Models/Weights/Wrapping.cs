using Framework.Components.Models.Weights.Pickles;

namespace Framework.Components.Models.Weights;

/// <summary>Takes off what tools wrap around a network's own names: outer dictionaries, and prefixes that every name has.</summary>
internal static class Wrapping
{
    private const int GreatestDepth = 8;

    /// <summary>Under which keys tools keep a network's tensors beside optimizers and counters; the first that is there is taken.</summary>
    private static readonly string[] Keys =
        ["state_dict", "model_state_dict", "model_state", "network_weights", "model", "network", "net", "weights", "params", "module"];

    /// <summary>Of DataParallel and DistributedDataParallel, of torch.compile, of Lightning.</summary>
    private static readonly string[] Prefixes = ["module.", "_orig_mod.", "model."];

    private static readonly string[] PartsOfACheckpoint = ["model.", "best.", "average.", "optimizer"];

    /// <summary>The dictionary of tensors within what a pickle gave.</summary>
    /// <exception cref="DataFormatException">There is none, or none that is clearly the network's.</exception>
    public static NamedTensors Open(MappedFile map, object? root)
    {
        if (root is not PickledDictionary at)
            throw new DataFormatException($"{map.Path}: it holds no dictionary of tensors. Save the weights alone: {Pickle.Remedy}.");
        var notes = new List<string>();
        for (var depth = 0; depth < GreatestDepth && InnerKey(at) is { } key; depth++)
        {
            notes.Add($"the tensors are in its dictionary '{key}'{Besides(at, key)}");
            at = (PickledDictionary)at[key]!;
        }

        var tensors = at.Items.Where(item => item is { Key: string, Value: StoredTensor }).ToList();
        if (tensors.Count == 0)
            throw NoTensors(map, at);
        if (at.Items.Where(item => item.Value is not StoredTensor).Select(item => $"{item.Key}").ToList() is { Count: > 0 } others)
            notes.Add($"left out what is no tensor: {Quoted(others)}");
        return new NamedTensors(tensors.Select(item => KeyValuePair.Create((string)item.Key!, (StoredTensor)item.Value!)), notes);
    }

    /// <summary>Takes the prefixes off that every name has, and of a framework's checkpoint what belongs to the network.</summary>
    public static (NamedTensors Content, string Prefix) Strip(NamedTensors content)
    {
        content = OfCheckpoint(content);
        var taken = "";
        while (Prefixes.FirstOrDefault(prefix => content.Tensors.Keys.All(name => name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.Ordinal))) is { } prefix
            && content.Tensors.Count > 0)
        {
            taken += prefix;
            content = Under(prefix, content, $"every name began with '{prefix}'");
        }

        return (content, taken);
    }

    private static NamedTensors OfCheckpoint(NamedTensors content)
    {
        bool Has(string prefix) => content.Tensors.Keys.Any(name => name.StartsWith(prefix, StringComparison.Ordinal));
        if (!Has("model.") || !content.Tensors.Keys.All(name => Array.Exists(PartsOfACheckpoint, part => name.StartsWith(part, StringComparison.Ordinal))))
            return content;
        return Has("best.") ? Under("best.", content, "a checkpoint of the framework: took the weights that validated best")
            : Has("average.") ? Under("average.", content, "a checkpoint of the framework: took the weights averaged over the steps")
            : Has("optimizer") ? Under("model.", content, "a checkpoint of the framework: took its last weights")
            : content;
    }

    private static NamedTensors Under(string prefix, NamedTensors content, string note) => new(
        content.Tensors.Where(item => item.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(item => KeyValuePair.Create(item.Key[prefix.Length..], item.Value)),
        [.. content.Notes, note]);

    private static string? InnerKey(PickledDictionary at)
    {
        if (Array.Find(Keys, key => HoldsTensors(at[key], GreatestDepth)) is { } known)
            return known;
        var holding = at.Items.Where(item => item.Key is string && item.Value is PickledDictionary inner && inner.HasTensors).ToList();
        return holding.Count == 1 && !at.HasTensors ? (string)holding[0].Key! : null;
    }

    private static bool HoldsTensors(object? value, int depth) => depth > 0 && value is PickledDictionary inner
        && (inner.HasTensors || Array.Exists(Keys, key => HoldsTensors(inner[key], depth - 1)));

    private static string Besides(PickledDictionary at, string taken) =>
        at.Items.Select(item => $"{item.Key}").Where(key => key != taken).ToList() is { Count: > 0 } others ? $", beside {Quoted(others)}" : "";

    private static DataFormatException NoTensors(MappedFile map, PickledDictionary at)
    {
        var holding = at.Items.Where(item => item.Value is PickledDictionary { HasTensors: true }).Select(item => $"{item.Key}").ToList();
        return new DataFormatException(holding.Count > 0
            ? $"{map.Path}: it has several dictionaries of tensors, {Quoted(holding)}. Save the one you mean alone: torch.save(torch.load(file)[{Quoted(holding[..1])}], 'weights.pth')."
            : $"{map.Path}: its dictionary holds no named tensors{(at.Items.Count == 0 ? "" : $", only {Quoted([.. at.Items.Select(item => $"{item.Key}")])}")}. Save the weights alone: {Pickle.Remedy}.");
    }

    private static string Quoted(List<string> names)
    {
        const int shown = 6;
        return string.Join(", ", names.Take(shown).Select(name => $"'{(name.Length > 60 ? name[..60] + "..." : name)}'")) + (names.Count > shown ? $" and {names.Count - shown} more" : "");
    }
}
