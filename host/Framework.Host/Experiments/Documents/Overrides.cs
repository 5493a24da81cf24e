using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Documents;

/// <summary>Lays <c>--set a.b[1]=value</c> over a document.</summary>
internal sealed class Overrides(ProblemList problems)
{
    /// <summary>The document with every override applied, in order.</summary>
    public MapNode Apply(MapNode root, IReadOnlyList<string> sets)
    {
        foreach (var set in sets)
            root = Apply(root, set);
        return root;
    }

    private MapNode Apply(MapNode root, string set)
    {
        var origin = new Origin($"--set {set}");
        var equals = set.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || OverridePath.Parse(set[..equals]) is not { } path)
        {
            problems.Add(origin, "an override has the form key=value: '--set stages.classify.trainer.epochs=2', '--set metrics[0]=auroc'.");
            return root;
        }

        if (YamlReader.ReadValue(set[(equals + 1)..], origin, problems) is not { } value)
            return root;
        return Put(root, path, 0, value, origin) as MapNode ?? root;
    }

    /// <summary>The node with the value at the rest of the path; null where the path leads nowhere, which is reported.</summary>
    private Node? Put(Node node, IReadOnlyList<PathStep> path, int depth, Node value, Origin origin)
    {
        if (depth == path.Count)
            return value;
        return path[depth].Key is { } key ? PutKey(node, key, path, depth, value, origin) : PutItem(node, path[depth].Index, path, depth, value, origin);
    }

    private MapNode? PutKey(Node node, string key, IReadOnlyList<PathStep> path, int depth, Node value, Origin origin)
    {
        if (node is not ListNode && Overlay.Opened(node) is { } map)
        {
            var last = depth == path.Count - 1;
            if (map.Find(key) is { } old)
                return last && value.IsNull ? map.Without(key)
                    : Put(old.Value, path, depth + 1, value, origin) is { } changed ? map.With(old with { KeyOrigin = last ? origin : old.KeyOrigin, Value = changed }) : null;
            if (last || NearestName.Of(key, map.Entries.Select(entry => entry.Key)) is not { } nearest)
                return Put(new MapNode(origin, []), path, depth + 1, value, origin) is { } added ? map.With(new MapEntry(key, origin, added)) : null;
            problems.Add(origin, $"{Named(path, depth)} has no '{key}'. Did you mean '{nearest}'?");
            return null;
        }

        if (node.IsNull)
            return PutKey(new MapNode(origin, []), key, path, depth, value, origin);
        problems.Add(origin, $"{Named(path, depth)} is a list. Its entries are {Named(path, depth, "[0]")} and so on.");
        return null;
    }

    private ListNode? PutItem(Node node, int index, IReadOnlyList<PathStep> path, int depth, Node value, Origin origin)
    {
        if (node is not ListNode list)
        {
            problems.Add(origin, $"{Named(path, depth)} is no list.");
            return null;
        }

        if (index >= list.Items.Count)
        {
            var range = list.Items.Count switch { 0 => "it is empty", 1 => "it has one entry, [0]", var count => $"its entries are [0] to [{count - 1}]" };
            problems.Add(origin, $"{Named(path, depth)} has no entry [{index}]; {range}.");
            return null;
        }

        return Put(list.Items[index], path, depth + 1, value, origin) is { } item
            ? list with { Items = [.. list.Items.Select((old, at) => at == index ? item : old)] }
            : null;
    }

    private static string Named(IReadOnlyList<PathStep> path, int depth, string suffix = "") =>
        depth == 0 ? "the experiment" : $"'{OverridePath.Write(path.Take(depth))}{suffix}'";
}
