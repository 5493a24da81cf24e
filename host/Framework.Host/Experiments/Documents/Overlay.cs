namespace Framework.Host.Experiments.Documents;

/// <summary>Lays one document over another: mappings key by key, lists and single values whole, <c>null</c> takes away.</summary>
internal static class Overlay
{
    public static Node Merge(Node lower, Node upper)
    {
        if (upper is not MapNode over)
            return upper;
        if (Opened(lower) is not { } under)
            return upper;
        var merged = under with { Origin = over.Origin };
        foreach (var entry in over.Entries)
        {
            var old = merged.Find(entry.Key);
            merged = old is null ? merged.With(entry)
                : entry.Value.IsNull ? merged.Without(entry.Key)
                : merged.With(entry with { Value = Merge(old.Value, entry.Value) });
        }

        return merged;
    }

    /// <summary>The mapping that a node is, or stands for: a plain name is short for <c>{ use: name }</c>.</summary>
    public static MapNode? Opened(Node node) => node switch
    {
        MapNode map => map,
        ScalarNode { IsNull: false } name => new MapNode(name.Origin, [new MapEntry("use", name.Origin, name)]),
        _ => null,
    };
}
