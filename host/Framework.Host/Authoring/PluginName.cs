using Framework.Sdk;

namespace Framework.Host.Authoring;

/// <summary>What a new plugin is called, in each form that code and YAML need.</summary>
/// <param name="Assembly">The assembly and namespace: <c>Framework.Plugins.KneeMri</c>.</param>
/// <param name="Type">What names of types begin with: <c>KneeMri</c>.</param>
/// <param name="Study">What names of components begin with: <c>knee-mri</c>.</param>
internal sealed record PluginName(string Assembly, string Type, string Study)
{
    private const string Own = "Framework.Plugins.";

    /// <summary>From what a person writes: <c>KneeMri</c>, <c>knee-mri</c>, or a whole name of an assembly such as <c>Acme.KneeMri</c>.</summary>
    /// <exception cref="ExperimentException">It cannot name a class.</exception>
    public static PluginName Parse(string name)
    {
        var words = name.Split('.');
        if (words.Any(word => word.Length == 0 || !char.IsAsciiLetter(word[0]) || !word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-')))
            throw new ExperimentException($"a plugin's name becomes names of classes: letters and digits, words joined by '-', and '.' between a team's name and it; it is '{name}'. Examples: KneeMri, knee-mri, Acme.KneeMri.");
        words = [.. words.Select(Pascal)];
        return new PluginName(words.Length > 1 ? string.Join('.', words) : Own + words[0], words[^1], Kebab(words[^1]));
    }

    private static string Pascal(string word) =>
        string.Concat(word.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static string Kebab(string word) => string.Concat(word.Select((letter, at) =>
        (char.IsUpper(letter) && at > 0 && (!char.IsUpper(word[at - 1]) || (at + 1 < word.Length && char.IsLower(word[at + 1]))) ? "-" : "") + char.ToLowerInvariant(letter)));
}
