using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Commands;

/// <summary>One option of a component, in words.</summary>
/// <param name="Key">The key; those of a nested record carry its key before theirs: <c>confidence.level</c>, <c>windows[].width</c>.</param>
/// <param name="Type">What it takes, with its range: <c>a number above 0</c>.</param>
/// <param name="Default">What holds where it is not given; null where it must be given.</param>
/// <param name="Doc">Its doc comment.</param>
internal sealed record OptionDescription(string Key, string Type, ResolvedValue? Default, string Doc)
{
    /// <summary>The options of a record, those of nested records after the key that holds them.</summary>
    public static IReadOnlyList<OptionDescription> Of(Type type, XmlDocs docs) => [.. Of(type, docs, "")];

    private static IEnumerable<OptionDescription> Nested(Type type, XmlDocs docs, string key)
    {
        if (OptionTypes.ItemOf(type) is { } item)
            return Nested(item, docs, $"{key}[]");
        if (OptionTypes.EntryOf(type) is { } entry)
            return Nested(entry, docs, $"{key}.NAME");
        return OptionTypes.IsRecord(type) ? Of(type, docs, $"{key}.") : [];
    }

    private static IEnumerable<OptionDescription> Of(Type record, XmlDocs docs, string prefix)
    {
        var shape = OptionsShape.Of(record);
        var defaults = shape.Defaults();
        foreach (var option in shape.Options)
        {
            var fallback = option.Required || defaults is null
                ? null
                : Resolution.Of(option.Property.GetValue(defaults), option.Type, Origin.Default);
            var type = Expectation.Of(option.Type, option.Rules);
            yield return new OptionDescription(prefix + option.Key, type, fallback, docs.Of(option.Property).Summary);
            foreach (var nested in Nested(option.Type, docs, prefix + option.Key))
                yield return nested;
        }
    }
}
