using System.ComponentModel.DataAnnotations;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>Records: options of components, their nested records, and the sections of an experiment.</summary>
internal sealed partial class Binder
{
    private BoundValue? BindRecord(Node node, Type type, Place place)
    {
        var shape = OptionsShape.Of(type);
        if (shape.Inline is { } inline)
            return BindPlace(node, shape, inline, place);
        if (node is not MapNode map)
            return Wrong(node, type, place);
        string[] known = [.. shape.Options.Select(option => option.Key)];
        ReportUnknown(map.Entries.Where(entry => !known.Contains(entry.Key)), known, place);
        return BindKeys(map, shape, place) is { } keys ? Make(map, shape, keys, place) : null;
    }

    /// <summary>The values of the keys that are given; null where one of them is wrong or a required one is missing.</summary>
    private Dictionary<Option, BoundValue>? BindKeys(MapNode map, OptionsShape shape, Place place, Option? except = null)
    {
        var keys = new Dictionary<Option, BoundValue>();
        var whole = true;
        foreach (var option in shape.Options.Where(option => option != except))
        {
            if (map.Find(option.Key) is not { Value.IsNull: false } entry)
                whole &= !option.Required || ReportMissing(map, option, place);
            else if (Bind(entry.Value, option.Type, place.Key(option.Key, option.Rules)) is { } value)
                keys.Add(option, value);
            else
                whole = false;
        }

        return whole ? keys : null;
    }

    private BoundValue? Make(MapNode map, OptionsShape shape, Dictionary<Option, BoundValue> keys, Place place)
    {
        try
        {
            var made = shape.Create(keys.ToDictionary(pair => pair.Key, pair => pair.Value.Value));
            var resolved = shape.Options.Select(option => new ResolvedEntry(option.Key, Resolved(option, made, keys)));
            return IsConsistent(made, map, shape, place) ? new BoundValue(made, new ResolvedMap(map.Origin, [.. resolved])) : null;
        }
        catch (ArgumentException e)
        {
            problems.Add(map.Origin, $"{Subject(place)} does not accept this: {Sentence(e)}");
            return null;
        }
    }

    private static ResolvedValue Resolved(Option option, object made, Dictionary<Option, BoundValue> keys)
    {
        if (keys.TryGetValue(option, out var given))
            return given.Resolved;
        try
        {
            return Resolution.Of(option.Property.GetValue(made), option.Type, Origin.Default);
        }
        catch (PluginException e)
        {
            throw new PluginException($"the option '{option.Key}' {e.Message}", e);
        }
    }

    private bool IsConsistent(object made, MapNode map, OptionsShape shape, Place place)
    {
        if (made is not IValidatableObject checkedBy)
            return true;
        var results = checkedBy.Validate(new ValidationContext(made)).Where(result => result != ValidationResult.Success).ToList();
        foreach (var result in results)
        {
            var option = shape.Options.FirstOrDefault(option => result.MemberNames.Contains(option.Property.Name));
            var at = option is null ? map.Origin : map.Find(option.Key)?.Value.Origin ?? map.Origin;
            problems.Add(at, $"{Subject(place)}: {result.ErrorMessage}");
        }

        return results.Count == 0;
    }

    private bool ReportMissing(MapNode map, Option option, Place place)
    {
        var path = place.Key(option.Key, []).Path;
        problems.Add(map.Origin, $"{place.Needing} needs '{path}', {Expectation.Of(option.Type, option.Rules)}. Add it.");
        return false;
    }

    private void ReportUnknown(IEnumerable<MapEntry> unknown, string[] known, Place place, Origin? use = null)
    {
        var listed = place.Owner is null
            ? $"It takes {Expectation.OneOf(known.Select(key => $"'{key}'"), "and")}."
            : $"`framework describe {place.Owner}` lists them.";
        foreach (var entry in unknown)
        {
            var advice = known.Length == 0 ? " It takes none; leave it out." : $"{NearestName.Suggest(entry.Key, known)} {listed}";
            // The name and the key stand in different files where one extends the other and names another component.
            if (use is not null && entry.KeyOrigin.Line > 0 && use.Source != entry.KeyOrigin.Source)
                advice += $" If it is left over from another component, write '{entry.Key}: null' beside the new 'use' to take it away.";
            problems.Add(entry.KeyOrigin, place.Owner is null
                ? $"{Subject(place)} has no key '{entry.Key}'.{advice}"
                : $"'{place.Owner}' has no option '{place.Key(entry.Key, []).Path}'.{advice}");
        }
    }

    private static string Subject(Place place) => place.Owner is null && place.Path.Length > 0 ? $"'{place.Path}'" : place.Needing;

    private static string Sentence(ArgumentException error)
    {
        var text = error.Message.Replace($" (Parameter '{error.ParamName}')", "", StringComparison.Ordinal);
        return text.TrimEnd('.') + ".";
    }
}
