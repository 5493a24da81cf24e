using System.Collections;
using Framework.Host.Experiments.Documents;
using Framework.Host.Experiments.Sound;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Binding;

/// <summary>Makes the value that a place takes from a node, or reports what is wrong. Every mistake is reported; none stops the rest.</summary>
internal sealed partial class Binder(PluginSet plugins, ComponentFactory factory, ProblemList problems)
{
    /// <summary>The components that were found by their names so far, each as often as it is used.</summary>
    public List<Component> Used { get; } = [];

    /// <summary>The value of that type; null where it could not be made, which is reported.</summary>
    public BoundValue? Bind(Node node, Type type, Place place)
    {
        if (node is BrokenNode)
            return null;
        if (node is StandInNode standIn)
            return new BoundValue(standIn.Value, new ResolvedScalar(node.Origin, "?"));
        if (node.IsNull)
            return Wrong(node, type, place);
        if (OptionTypes.ContractOf(type) is not null)
            return BindComponent(node, type, place);
        if (OptionTypes.ItemOf(type) is { } item)
            return BindList(node, type, item, place);
        if (OptionTypes.EntryOf(type) is { } entry)
            return BindDictionary(node, type, entry, place);
        if (IsSingle(type) || (node is ScalarNode && OptionTypes.IsParsable(type)))
            return BindSingle(node, type, place);
        return BindRecord(node, type, place);
    }

    private BoundValue? BindList(Node node, Type type, Type item, Place place)
    {
        if (node is not ListNode list)
            return Wrong(node, type, place);
        var rules = Rules.OfItems(place.Rules);
        var items = list.Items.Select((one, index) => Bind(one, item, place.Item(index, rules))).ToList();
        var array = Array.CreateInstance(item, items.Count);
        if (!Rules.Accept(Rules.OfWhole(place.Rules), array))
            return Wrong(node, type, place);
        if (items.Contains(null))
            return null;
        for (var i = 0; i < items.Count; i++)
            array.SetValue(items[i]!.Value, i);
        return new BoundValue(array, new ResolvedList(node.Origin, [.. items.Select(one => one!.Resolved)]));
    }

    private BoundValue? BindDictionary(Node node, Type type, Type entry, Place place)
    {
        if (node is not MapNode map)
            return Wrong(node, type, place);
        var rules = Rules.OfItems(place.Rules);
        var made = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(typeof(string), entry))!;
        var resolved = new List<ResolvedEntry>();
        foreach (var (key, _, node1) in map.Entries)
        {
            if (Bind(node1, entry, place.Key(key, rules)) is not { } value)
                continue;
            made.Add(key, value.Value);
            resolved.Add(new(key, value.Resolved));
        }

        if (made.Count < map.Entries.Count)
            return null;
        return Rules.Accept(Rules.OfWhole(place.Rules), made)
            ? new BoundValue(made, new ResolvedMap(node.Origin, resolved))
            : Wrong(node, type, place);
    }

    private BoundValue? Wrong(Node node, Type type, Place place, string hint = "")
    {
        var expected = Expectation.Of(type, place.Rules);
        problems.Add(node.Origin, $"{place.Needing} needs '{place.Path}' to be {expected}; it is {Expectation.Got(node)}.{hint}");
        return null;
    }
}
