using YamlDotNet.Core;

namespace Framework.Host.Experiments.Documents;

/// <summary>Says what is wrong with a text that is not YAML.</summary>
internal static class YamlMistake
{
    public static string Describe(YamlException error, string text)
    {
        var line = text.Split('\n').ElementAtOrDefault((int)error.Start.Line - 1) ?? "";
        if (line.TakeWhile(char.IsWhiteSpace).Contains('\t'))
            return "the line is indented with a tab. YAML wants spaces.";
        return $"this is not YAML: {Sentence(error.Message)} Mind quotes, brackets and the indentation of this line and the one above.";
    }

    private static string Sentence(string message)
    {
        var text = message.Trim().TrimEnd('.');
        return text.Length == 0 ? "it cannot be read." : $"{char.ToLowerInvariant(text[0])}{text[1..]}.";
    }
}
