using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>Components: <c>{ use: name, option: value }</c>, or a plain name.</summary>
internal sealed partial class Binder
{
    private const string Use = "use";

    private BoundValue? BindComponent(Node node, Type type, Place place) =>
        Overlay.Opened(node) is { } map ? BindComponent(map, type, place, []) : Wrong(node, type, place);

    /// <summary>A component with keys of its place in the same mapping; the place's come after the component's in the resolved document.</summary>
    private BoundValue? BindPlace(Node node, OptionsShape shape, Option inline, Place place)
    {
        if (Overlay.Opened(node) is not { } map)
            return Wrong(node, shape.Type, place);
        var own = shape.Options.Where(option => option != inline).Select(option => option.Key).ToList();
        var component = BindComponent(map, inline.Type, place, own);
        var keys = BindKeys(map, shape, place, inline);
        if (component is null || keys is null)
            return null;
        keys.Add(inline, component);
        if (Make(map, shape, keys, place) is not { Resolved: ResolvedMap all } made)
            return null;
        var rest = all with { Entries = [.. all.Entries.Where(entry => entry.Key != inline.Key)] };
        return made with { Resolved = ((ResolvedMap)component.Resolved).Then(rest) };
    }

    private BoundValue? BindComponent(MapNode map, Type type, Place place, IReadOnlyList<string> placeKeys)
    {
        if (Find(map, OptionTypes.ContractOf(type)!, place) is not { } component)
            return null;
        var own = map with { Entries = [.. map.Entries.Where(entry => entry.Key != Use && !placeKeys.Contains(entry.Key))] };
        try
        {
            return BindOptions(own, component, placeKeys, map.Find(Use)!.Value.Origin) is { } options
                ? Create(map, type, component, options, place)
                : null;
        }
        catch (PluginException e)
        {
            problems.AddPluginFailure(map.Origin, $"'{component.Name}' of plugin '{component.Plugin}' breaks its contract: {e.Message}");
            return null;
        }
    }

    private Component? Find(MapNode map, Type contract, Place place)
    {
        var noun = ComponentRole.WordsOf(contract);
        switch (map.Find(Use)?.Value)
        {
            case BrokenNode:
                return null;
            case ScalarNode { IsNull: false } name when plugins.Catalogue.TryFind(contract, name.Text, out var component):
                Used.Add(component);
                return component;
            case ScalarNode { IsNull: false } name:
                ReportUnknown(name, plugins.Unknown(contract, name.Text));
                return null;
            case null or ScalarNode:
                problems.Add(map.Origin, $"{place.Needing} needs '{place.Key(Use, []).Path}', the name of a {noun}. "
                    + $"Add it; `framework components --interface {ComponentRole.NameOf(contract)}` lists them.");
                return null;
            case var other:
                var path = place.Key(Use, []).Path;
                problems.Add(other.Origin, $"{place.Needing} needs '{path}' to be the name of a {noun}; it is {Expectation.Got(other)}.");
                return null;
        }
    }

    private void ReportUnknown(ScalarNode name, FrameworkException error)
    {
        if (error is PluginException)
            problems.AddPluginFailure(name.Origin, error.Message);
        else
            problems.Add(name.Origin, error.Message);
    }

    /// <summary>The component's options, <see cref="BoundValue.Value"/> null where it has none.</summary>
    private BoundValue? BindOptions(MapNode map, Component component, IReadOnlyList<string> placeKeys, Origin use)
    {
        var place = Place.Of(component.Name);
        var shape = component.Options is null ? null : OptionsShape.Of(component.Options);
        var known = shape?.Options.Select(option => option.Key).ToList() ?? [];
        var unknown = map.Entries.Where(entry => !known.Contains(entry.Key)).ToList();
        ReportUnknown(unknown, [.. known, .. placeKeys], place, use);
        var bound = shape is null ? new BoundValue(null, new ResolvedMap(map.Origin, []))
            : BindKeys(map, shape, place) is { } keys ? Make(map, shape, keys, place) : null;
        return unknown.Count == 0 ? bound : null;
    }

    private BoundValue? Create(MapNode map, Type type, Component component, BoundValue options, Place place)
    {
        var use = new ResolvedMap(map.Origin, [new(Use, new ResolvedScalar(map.Find(Use)!.Value.Origin, component.Name))]);
        var resolved = use.Then((ResolvedMap)options.Resolved);
        try
        {
            var made = factory.Create(component, options.Value);
            if (type.IsInterface)
                return new BoundValue(made, resolved);
            var bound = Activator.CreateInstance(type, component.Name, made, component, CanonicalJson.Write(resolved))!;
            type.GetProperty(nameof(Bound<object>.Given))!.SetValue(bound, GivenValues.Options(resolved));
            return new BoundValue(bound, resolved);
        }
        catch (Exception e) when (e is not (PluginException or OutOfMemoryException))
        {
            var at = place.Path.Length == 0 ? "" : $" at '{place.Path}'";
            var reason = e is ArgumentException wrong ? Sentence(wrong) : e.Message;
            problems.Add(map.Origin, $"'{component.Name}'{at} cannot be made: {reason}");
            return null;
        }
    }
}
