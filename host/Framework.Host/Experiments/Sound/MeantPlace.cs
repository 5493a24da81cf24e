using System.Globalization;
using System.Text.RegularExpressions;
using Framework.Host.Experiments.Binding;
using Framework.Host.Experiments.Documents;

namespace Framework.Host.Experiments.Sound;

/// <summary>Finds what a message of a component is about: it names values, options and components in quotes, and knows nothing of the file that they stand in.</summary>
internal static partial class MeantPlace
{
    // A name says more than an option, which several components may have, and that more than the component.
    private const int Value = 3;
    private const int Option = 2;
    private const int Component = 1;

    /// <summary>The value, option or component below a place that a message names; that place where it names none of them.</summary>
    public static Origin Of(ResolvedValue within, string message)
    {
        var words = Quoted().Matches(message).Select(match => match.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        if (message.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end)
            words.Add(message[..end]); // a file that the experiment names
        var (best, weight) = (within.Origin, 0);
        foreach (var (origin, found) in Named(within, words))
        {
            if (found > weight && IsWritten(origin))
                (best, weight) = (origin, found);
        }

        return best;
    }

    private static IEnumerable<(Origin Origin, int Weight)> Named(ResolvedValue value, HashSet<string> words) => value switch
    {
        ResolvedMap map => map.Entries.SelectMany(entry => Named(entry, words)),
        ResolvedList list => list.Items.SelectMany(item => Named(item, words)),
        ResolvedScalar { Value: string text } scalar when words.Contains(text) => [(scalar.Origin, Value)],
        _ => [],
    };

    private static IEnumerable<(Origin Origin, int Weight)> Named(ResolvedEntry entry, HashSet<string> words)
    {
        if (entry is { Key: "use", Value: ResolvedScalar { Value: string component } name })
            return words.Contains(component) ? [(name.Origin, Component)] : [];
        var given = entry.Value is ResolvedScalar scalar ? $"{entry.Key}: {Convert.ToString(scalar.Value, CultureInfo.InvariantCulture)}" : entry.Key;
        var own = words.Contains(given) ? Value : words.Contains(entry.Key) ? Option : 0;
        return own > 0 ? Named(entry.Value, words).Prepend((entry.Value.Origin, own)) : Named(entry.Value, words);
    }

    private static bool IsWritten(Origin origin) => origin.Line > 0 || origin.Source.StartsWith("--set", StringComparison.Ordinal);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
