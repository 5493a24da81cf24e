using System.Text.RegularExpressions;

namespace Framework.Host.Authoring;

/// <summary>The files of a new plugin: real code with other names, embedded in this program.</summary>
/// <remarks>
/// They lie as <c>Plugin/GROUP/ROLE/FILE</c>. A group is a part that one asks for, or <c>always</c>, <c>inside</c> this repository, or in a <c>repository</c> of its own; a role
/// says where the file goes. A line that ends in <c>//: source !model</c> (or <c>#:</c>) stays where there is a source and no model.
/// </remarks>
internal static partial class PluginTemplate
{
    private const string Root = "Templates/Plugin/";
    private const string Suffix = ".template";

    /// <summary>The parts that one may ask for, in the order in which data pass through them.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["source", "transform", "model", "trainer", "metric", "writer", "table"];

    /// <summary>The files of some groups: each with its role, its name and its text.</summary>
    /// <param name="groups">Which groups; lines that ask for others are left out.</param>
    /// <param name="values">What stands for what, in names and texts.</param>
    public static IEnumerable<(string Role, string Name, string Text)> Files(IReadOnlySet<string> groups, IReadOnlyList<(string From, string To)> values)
    {
        foreach (var resource in typeof(PluginTemplate).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Root, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (resource[Root.Length..].Split('/') is not [var group, var role, var file] || !groups.Contains(group))
                continue;
            using var reader = new StreamReader(typeof(PluginTemplate).Assembly.GetManifestResourceStream(resource)!);
            yield return (role, Filled(NameOf(file), values), Filled(Kept(reader.ReadToEnd(), groups), values));
        }
    }

    private static string NameOf(string file)
    {
        var name = file.EndsWith(Suffix, StringComparison.Ordinal) ? file[..^Suffix.Length] : file;
        return name == "gitignore" ? ".gitignore" : name;
    }

    private static string Filled(string text, IReadOnlyList<(string From, string To)> values) =>
        values.Aggregate(text, (filled, value) => filled.Replace(value.From, value.To, StringComparison.Ordinal));

    private static string Kept(string text, IReadOnlySet<string> groups)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var condition = Condition().Match(line);
            if (condition.Success && !condition.Groups[2].Value.Split(' ').All(word => word[0] == '!' ? !groups.Contains(word[1..]) : groups.Contains(word)))
                continue;
            var kept = condition.Success ? condition.Groups[1].Value : line;
            if (kept.Trim() == ";")
                lines[^1] += ";"; // of a chain of calls whose last ones may be left out
            else
                lines.Add(kept);
        }

        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^(.*?) *(?://|#): ([!a-z ]+)$")]
    private static partial Regex Condition();
}
