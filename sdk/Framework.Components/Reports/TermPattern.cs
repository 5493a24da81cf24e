using System.Text.RegularExpressions;

namespace Framework.Components.Reports;

/// <summary>A term as people write it in a list: words, <c>*</c> for any end of a word, blanks for blanks or hyphens.</summary>
public sealed class TermPattern
{
    private readonly Regex _regex;

    /// <summary>Reads a term.</summary>
    /// <param name="term">Such as <c>dural enhanc*</c>. Case does not matter.</param>
    /// <exception cref="ExperimentException">It holds no letter or digit.</exception>
    public TermPattern(string term)
    {
        if (!term.Any(char.IsLetterOrDigit))
            throw new ExperimentException($"the term '{term}' holds no letter. Remove it, or write a word.");
        Term = term;
        _regex = new Regex($@"(?<![\w]){Words(term)}(?![\w])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    }

    /// <summary>As it was written.</summary>
    public string Term { get; }

    /// <summary>Where it stands in a text: start and length of each place, in order.</summary>
    public IEnumerable<(int Start, int Length)> In(string text) => _regex.Matches(text).Select(match => (match.Index, match.Length));

    /// <summary>Whether it stands in a text.</summary>
    public bool IsIn(string text) => _regex.IsMatch(text);

    /// <summary>The term as a regular expression without borders.</summary>
    internal static string Words(string term) =>
        string.Join(@"[\s-]+", term.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).Select(word => string.Join(@"\w*", word.Split('*').Select(Regex.Escape))));
}
