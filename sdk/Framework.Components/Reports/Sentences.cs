using System.Text.RegularExpressions;

namespace Framework.Components.Reports;

/// <summary>Divides text into sentences.</summary>
public static partial class Sentences
{
    /// <summary>The sentences in order, without blanks around. Points of numbers (4.5 mm) and of common abbreviations end none; blank lines and list items do.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var from = 0;
        foreach (Match end in Ends().Matches(text))
        {
            if (end.Value.StartsWith('.') && Abbreviation().IsMatch(text[from..(end.Index + 1)]))
                continue;
            Add(sentences, text[from..(end.Index + (end.Value[0] is '.' or '!' or '?' ? 1 : 0))]);
            from = end.Index + end.Length;
        }

        Add(sentences, text[from..]);
        return sentences;
    }

    private static void Add(List<string> sentences, string text)
    {
        var sentence = Blanks().Replace(text, " ").Trim(' ', '-', '*', '\u2022');
        if (sentence.Any(char.IsLetterOrDigit))
            sentences.Add(sentence);
    }

    // The end of a sentence, an empty line, a line that begins a list item, or a numbered item within a line.
    [GeneratedRegex(@"[.!?]+(?=\s|$)\s*|\r?\n[ \t]*\r?\n\s*|\r?\n[ \t]*(?=[-*\u2022]|\d+[.)]\s)")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<![\w])(?:dr|mr|mrs|ms|vs|no|fig|approx|e\.g|i\.e|cf|st|resp|\d+|[a-z])\.$", RegexOptions.IgnoreCase)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
