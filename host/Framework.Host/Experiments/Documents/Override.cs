using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Documents;

/// <summary>One value for one place of a document.</summary>
internal sealed class Override(IReadOnlyList<PathStep> path, Node value, Origin origin, ProblemList problems)
{
    /// <summary>Whether a mapping is laid over what stands there, key by key, instead of taking its place.</summary>
    public bool IsLaidOver { get; init; }

    /// <summary>The document with the value in its place; as it was where the path leads nowhere, which is reported.</summary>
    public MapNode Apply(MapNode root) => Put(root, 0) as MapNode ?? root;

    /// <summary>The node with the value at the rest of the path; null where there is no such place.</summary>
    private Node? Put(Node node, int depth) =>
        depth == path.Count ? (IsLaidOver ? Overlay.Merge(node, value) : value) : path[depth].Key is { } key ? PutKey(node, key, depth) : PutItem(node, path[depth].Index, depth);

    private MapNode? PutKey(Node node, string key, int depth)
    {
        if (node is ListNode)
            return Report($"{Named(depth)} is a list. Its entries are {Named(depth, "[0]")} and so on.");
        // A mapping that is not there yet is made; a plain name is opened.
        var map = Overlay.Opened(node) ?? new MapNode(origin, []);
        return map.Find(key) is { } old ? Replace(map, old, depth) : Add(map, key, depth);
    }

    private MapNode? Replace(MapNode map, MapEntry old, int depth)
    {
        var last = depth == path.Count - 1;
        if (last && value.IsNull)
            return map.Without(old.Key);
        return Put(old.Value, depth + 1) is { } changed
            ? map.With(old with { KeyOrigin = last ? origin : old.KeyOrigin, Value = changed })
            : null;
    }

    private MapNode? Add(MapNode map, string key, int depth)
    {
        var last = depth == path.Count - 1;
        if (!last && NearestName.Of(key, map.Entries.Select(entry => entry.Key)) is { } nearest)
            return Report($"{Named(depth)} has no '{key}'. Did you mean '{nearest}'?");
        return Put(new MapNode(origin, []), depth + 1) is { } added ? map.With(new MapEntry(key, origin, added)) : null;
    }

    private Node? PutItem(Node node, int index, int depth)
    {
        if (node is not ListNode list)
            return Report($"{Named(depth)} is no list.");
        if (index >= list.Items.Count)
            return Report($"{Named(depth)} has no entry [{index}]; {Range(list.Items.Count)}.");
        return Put(list.Items[index], depth + 1) is { } item
            ? new ListNode(list.Origin, [.. list.Items.Select((old, at) => at == index ? item : old)])
            : null;
    }

    private MapNode? Report(string message)
    {
        problems.Add(origin, message);
        return null;
    }

    private static string Range(int count) => count switch
    {
        0 => "it is empty",
        1 => "it has one entry, [0]",
        _ => $"its entries are [0] to [{count - 1}]",
    };

    private string Named(int depth, string suffix = "") =>
        depth == 0 ? "the experiment" : $"'{OverridePath.Write(path.Take(depth))}{suffix}'";
}
