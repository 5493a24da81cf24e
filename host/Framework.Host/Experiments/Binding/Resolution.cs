using System.Collections;
using System.Globalization;
using Framework.Host.Experiments.Documents;
using Framework.Sdk;

namespace Framework.Host.Experiments.Binding;

/// <summary>How a value is shown in a resolved document, whether the file gave it or a default did.</summary>
internal static class Resolution
{
    /// <exception cref="PluginException">YAML cannot show a value of that type.</exception>
    public static ResolvedValue Of(object? value, Type type, Origin origin)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return value switch
        {
            null => new ResolvedScalar(origin, null),
            string or bool => new ResolvedScalar(origin, value),
            Enum => new ResolvedScalar(origin, YamlName.Value(value.ToString()!)),
            float number => new ResolvedScalar(origin, double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)),
            _ when OptionTypes.IsWhole(type) => new ResolvedScalar(origin, Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
            _ when OptionTypes.IsReal(type) => new ResolvedScalar(origin, Convert.ToDouble(value, CultureInfo.InvariantCulture)),
            _ when OptionTypes.EntryOf(type) is { } entry => OfEntries((IDictionary)value, entry, origin),
            _ when OptionTypes.ItemOf(type) is { } item => new ResolvedList(origin, [.. ((IEnumerable)value).Cast<object?>().Select(one => Of(one, item, origin))]),
            _ when OptionTypes.ContractOf(type) is not null => throw new PluginException(
                "has a component as its default, which the resolved experiment cannot show. Make the option required, or null by default."),
            _ => OfRecord(value, type, origin),
        };
    }

    private static ResolvedMap OfEntries(IDictionary entries, Type entry, Origin origin) =>
        new(origin, [.. entries.Cast<DictionaryEntry>().Select(pair => new ResolvedEntry((string)pair.Key, Of(pair.Value, entry, origin)))]);

    private static ResolvedValue OfRecord(object value, Type type, Origin origin)
    {
        var options = OptionsShape.Of(type).Options;
        if (options.Count > 0)
            return new ResolvedMap(origin, [.. options.Select(option => new ResolvedEntry(option.Key, Of(option.Property.GetValue(value), option.Type, origin)))]);
        if (OptionTypes.IsParsable(type))
            return new ResolvedScalar(origin, Convert.ToString(value, CultureInfo.InvariantCulture));
        throw new PluginException($"has the type '{type.Name}', which YAML cannot give. Use numbers, text, enums, lists, mappings, or a record of these.");
    }
}
