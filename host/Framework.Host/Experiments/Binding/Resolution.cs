using System.Collections;
using System.Globalization;
using System.Reflection;
using Framework.Host.Experiments.Documents;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>How a value is shown in a resolved document, whether the file gave it or a default did.</summary>
internal static class Resolution
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <exception cref="PluginException">YAML cannot show a value of that type.</exception>
    public static ResolvedValue Of(object? value, Type type, Origin origin)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => new ResolvedScalar(origin, null),
            string or bool => new ResolvedScalar(origin, value),
            Enum => new ResolvedScalar(origin, YamlName.Value(value.ToString()!)),
            float number => new ResolvedScalar(origin, double.Parse(number.ToString("R", Invariant), Invariant)),
            _ when OptionTypes.IsWhole(type) => new ResolvedScalar(origin, Convert.ToDecimal(value, Invariant)),
            _ when OptionTypes.IsReal(type) => new ResolvedScalar(origin, Convert.ToDouble(value, Invariant)),
            _ when OptionTypes.EntryOf(type) is { } entry => OfEntries((IDictionary)value, entry, origin),
            _ when OptionTypes.ItemOf(type) is { } item =>
                new ResolvedList(origin, [.. ((IEnumerable)value).Cast<object?>().Select(one => Of(one, item, origin))]),
            _ when OptionTypes.ContractOf(type) is not null => throw new PluginException(
                "has a component as its default, which the resolved experiment cannot show. Make the option required, or null by default."),
            _ => OfRecord(value, type, origin),
        };
    }

    /// <summary>A value that text stood for: its keys where they hold all of it, so that a name and its figures are one; else the text.</summary>
    public static ResolvedValue OfParsed(object value, Type type, ScalarNode text) =>
        OptionsShape.Of(type).Options is { Count: > 0 } options && SaysAll(type, options)
            ? Of(value, type, text.Origin)
            : new ResolvedScalar(text.Origin, text.Text);

    // Through the keys: a dictionary's own enumerator gives pairs of its own type.
    private static ResolvedMap OfEntries(IDictionary entries, Type entry, Origin origin) =>
        new(origin, [.. entries.Keys.Cast<string>().Select(key => new ResolvedEntry(key, Of(entries[key], entry, origin)))]);

    private static ResolvedValue OfRecord(object value, Type type, Origin origin)
    {
        var options = OptionsShape.Of(type).Options;
        if (options.Count > 0 && (!OptionTypes.IsParsable(type) || SaysAll(type, options)))
            return new ResolvedMap(origin, [.. options.Select(option => Entry(option, value, origin))]);
        if (!OptionTypes.IsParsable(type))
        {
            throw new PluginException(
                $"has the type '{type.Name}', which YAML cannot give. Use numbers, text, enums, lists, mappings, or a record of these.");
        }

        var text = Convert.ToString(value, Invariant)!;
        return OptionTypes.Parse(type, text) is not null
            ? new ResolvedScalar(origin, text)
            : throw new PluginException(
                $"has a value of '{type.Name}' that YAML cannot show: its keys do not hold all of it. Give it a ToString that Parse reads.");
    }

    private static ResolvedEntry Entry(Option option, object record, Origin origin) =>
        new(option.Key, Of(option.Property.GetValue(record), option.Type, origin));

    /// <summary>Whether the keys hold the whole state of a type, so that a mapping of them is the same value.</summary>
    private static bool SaysAll(Type type, IReadOnlyList<Option> options) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .All(field => options.Any(option => field.Name == $"<{option.Property.Name}>k__BackingField"));
}
