using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Framework.Host.Experiments.Documents;
using Framework.Host.Plugins;

namespace Framework.Host.Experiments.Binding;

/// <summary>What would be right at a place, in words: <c>a number above 0</c>.</summary>
internal static class Expectation
{
    /// <summary>What a value must be.</summary>
    public static string Of(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var allowed = rules.OfType<AllowedValuesAttribute>().SelectMany(rule => rule.Values).Select(value => Quoted(value)).ToList();
        if (type.IsEnum)
            return OneOf(Enum.GetNames(type).Select(name => $"'{YamlName.Value(name)}'"));
        if (OptionTypes.ItemOf(type) is { } item)
            return $"a list of {Count(rules)}{Plural(item, rules)}";
        if (allowed.Count > 0)
            return OneOf(allowed);
        return Noun(type) + Suffix(type, rules);
    }

    /// <summary>What stands there instead.</summary>
    public static string Got(Node node) => node switch
    {
        { IsNull: true } => "empty",
        ScalarNode { Plain: false } text => $"the text '{text.Text}'",
        ScalarNode scalar => $"'{scalar.Text}'",
        ListNode { Items.Count: 0 } => "an empty list",
        ListNode list => $"a list of {list.Items.Count}",
        _ => "a mapping",
    };

    /// <summary>Names joined for a sentence.</summary>
    public static string OneOf(IEnumerable<string> names, string last = "or")
    {
        var all = names.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {last} {all[^1]}";
    }

    private static string Noun(Type type)
    {
        if (type == typeof(bool))
            return "true or false";
        if (type == typeof(string))
            return "text";
        if (OptionTypes.IsWhole(type))
            return "a whole number";
        if (OptionTypes.IsReal(type))
            return "a number";
        if (OptionTypes.ContractOf(type) is { } contract)
            return Article(ComponentRole.WordsOf(contract));
        return OptionTypes.EntryOf(type) is { } entry ? $"a mapping of names to {Plural(entry, [])}" : Record(type);
    }

    private static string Record(Type type)
    {
        var shape = OptionsShape.Of(type);
        if (shape.Inline is { } inline)
            return Noun(inline.Type);
        var keys = shape.Options.Select(option => $"'{option.Key}'").ToList();
        if (!OptionTypes.IsParsable(type))
            return $"a mapping with {OneOf(keys, "and")}";
        return Article(YamlName.Noun(type)) + (keys.Count == 0 ? "" : $": a name, or a mapping with {OneOf(keys, "and")}");
    }

    private static string Plural(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var noun = type == typeof(string) ? "names" : OptionTypes.IsWhole(type) ? "whole numbers" : OptionTypes.IsReal(type) ? "numbers"
            : OptionTypes.ItemOf(type) is { } item ? $"lists of {Plural(item, [])}"
            : OptionTypes.ContractOf(type) is { } contract ? ComponentRole.WordsOf(contract) + "s"
            : OptionTypes.IsParsable(type) ? YamlName.Noun(type) + "s" 
            : OptionTypes.IsRecord(type) && OptionsShape.Of(type).Inline is { } inline ? Plural(inline.Type, []) : "entries";
        return noun + Suffix(type, Rules.OfItems(rules));
    }

    private static string Suffix(Type type, IReadOnlyList<ValidationAttribute> rules)
    {
        var words = string.Concat(rules.Select(Rules.Words));
        if (type == typeof(string) && Count(rules) is { Length: > 0 } letters)
            words = $" of {letters}letters{words}";
        return words.Length == 0 && type == typeof(ulong) ? " of at least 0" : words;
    }

    private static string Count(IReadOnlyList<ValidationAttribute> rules) =>
        Rules.Length(rules) switch
        {
            (0, int.MaxValue) => "",
            var (least, most) when least == most => $"{least} ",
            (1, int.MaxValue) => "one or more ",
            (var least, int.MaxValue) => $"at least {least} ",
            (0, var most) => $"at most {most} ",
            var (least, most) => $"{least} to {most} ",
        };

    private static string Article(string noun) => (noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + noun;

    private static string Quoted(object? value) => value switch
    {
        string text => $"'{text}'",
        null or bool => YamlText.Of(value),
        _ => YamlText.Of(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
    };
}
