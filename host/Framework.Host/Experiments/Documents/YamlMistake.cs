namespace Framework.Host.Experiments.Documents;

/// <summary>Why a text is not YAML, and where.</summary>
internal sealed record YamlMistake(int Line, int Column, string Message)
{
    private const string Advice = "Mind quotes, brackets and the indentation of this line and the one above.";

    /// <summary>Explains what a parser found.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="reason">What the parser says.</param>
    /// <param name="line">Where it noticed, from 1.</param>
    /// <param name="column">Where it noticed, from 1.</param>
    public static YamlMistake Of(string text, string reason, int line, int column)
    {
        var lines = text.Split('\n');
        var tabbed = Array.FindIndex(lines, one => one.TakeWhile(char.IsWhiteSpace).Contains('\t') && one.Trim().Length > 0);
        if (tabbed < 0)
            return new YamlMistake(line, column, $"this is not YAML: {Sentence(reason)} {Advice}");
        var tab = lines[tabbed].IndexOf('\t', StringComparison.Ordinal) + 1;
        return new YamlMistake(tabbed + 1, tab, "the line is indented with a tab. YAML wants spaces.");
    }

    private static string Sentence(string reason)
    {
        var text = reason.Trim().TrimEnd('.');
        return text.Length == 0 ? "it cannot be read." : $"{char.ToLowerInvariant(text[0])}{text[1..]}.";
    }
}
