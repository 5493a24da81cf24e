using System.Globalization;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Variants;

/// <summary>Names of variants that can be read and can be folders: <c>depth-34.pos_weight-none</c>.</summary>
internal sealed class VariantNames(IReadOnlyList<Axis> axes)
{
    /// <summary>The most letters of a value's name.</summary>
    public const int Longest = 40;

    /// <summary>Whether somebody may call a variant so: names become names of folders and units.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= Longest && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>What to say where it is none.</summary>
    public static string WrongName(string name) => $"'{name}' names a variant: up to {Longest} letters, digits, '-' and '_'.";

    /// <summary>The name of a choice of values, one of each axis. No two choices have the same.</summary>
    public string Of(IReadOnlyList<int> choice) => string.Join('.', choice.Select((value, axis) => $"{KeyOf(axis)}-{ValueOf(axis, value)}"));

    /// <summary>As many of the last keys of the path as tell it from the other axes.</summary>
    private string KeyOf(int axis)
    {
        for (var length = 1; ; length++)
        {
            var key = Tail(axes[axis], length);
            if (length >= axes[axis].Path.Count || !axes.Where((_, other) => other != axis).Any(other => Tail(other, length) == key))
                return key;
        }
    }

    private static string Tail(Axis axis, int length) => Clean(OverridePath.Write(axis.Path.TakeLast(length)));

    /// <summary>The value's own words, numbered where another value of the axis has the same.</summary>
    private string ValueOf(int axis, int value)
    {
        if (axes[axis].Names is { } names)
            return names[value];
        string[] words = [.. axes[axis].Values.Select(Words)];
        return words.Count(other => other == words[value]) == 1 ? words[value] : string.Create(CultureInfo.InvariantCulture, $"{words[value]}-{words.Take(value).Count(other => other == words[value]) + 1}");
    }

    private static string Words(Node value)
    {
        var words = Clean(value switch
        {
            ScalarNode { IsNull: true } => "null",
            ScalarNode scalar => scalar.Text,
            ListNode { Items: var items } when items.All(item => item is ScalarNode) => string.Join('x', items.Cast<ScalarNode>().Select(item => item.Text)),
            MapNode map when map.Find("use")?.Value is ScalarNode use => use.Text,
            _ => "value",
        });
        return words.Length is 0 or > Longest ? "value" : words;
    }

    private static string Clean(string text) =>
        string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter : '-')).Trim('-');
}
