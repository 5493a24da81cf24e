namespace Framework.Components.Reports;

/// <summary>Decides whether a sentence asserts, doubts or denies a term.</summary>
/// <remarks>
/// A word before a term reaches to the next word that ends its reach, a semicolon or the sentence's end; a word after it reaches back likewise.
/// Of several that reach the term a doubt outweighs nothing but silence: a denial wins.
/// </remarks>
public sealed class Assertions
{
    private readonly TermPattern[] _notBefore;
    private readonly TermPattern[] _notAfter;
    private readonly TermPattern[] _maybeBefore;
    private readonly TermPattern[] _maybeAfter;
    private readonly TermPattern[] _noDenial;
    private readonly TermPattern[] _ends;

    /// <summary>Prepares the words.</summary>
    public Assertions(AssertionOptions options)
    {
        (_notBefore, _notAfter) = (Patterns(options.NotBefore), Patterns(options.NotAfter));
        (_maybeBefore, _maybeAfter) = (Patterns(options.MaybeBefore), Patterns(options.MaybeAfter));
        (_noDenial, _ends) = (Patterns(options.NoDenial), Patterns(options.Ends));
    }

    /// <summary>What a sentence says of a term that stands in it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="start">Where the term begins.</param>
    /// <param name="length">How long it is.</param>
    public Assertion Of(string sentence, int start, int length)
    {
        var before = sentence[..start];
        before = before[(before.LastIndexOf(';') + 1)..];
        before = before[Last(_ends, before)..];
        var after = sentence[(start + length)..];
        after = after[..(after.IndexOf(';') is >= 0 and var end ? end : after.Length)];
        after = after[..First(_ends, after)];
        foreach (var pattern in _noDenial)
            before = Blank(before, pattern);
        if (_notBefore.Any(word => word.IsIn(before)) || _notAfter.Any(word => word.IsIn(Doubtless(after))))
            return Assertion.Absent;
        var whole = sentence[..start];
        return _maybeBefore.Any(word => word.IsIn(before)) || _noDenial.Any(word => IsDoubt(word.Term) && word.IsIn(whole)) || _maybeAfter.Any(word => word.IsIn(after))
            ? Assertion.Uncertain
            : Assertion.Present;
    }

    private static TermPattern[] Patterns(IReadOnlyList<string> words) => [.. words.Select(word => new TermPattern(word))];

    private static bool IsDoubt(string word) => word.Contains("exclude", StringComparison.Ordinal);

    // "cannot be excluded" holds "be excluded", and is no denial.
    private string Doubtless(string after)
    {
        foreach (var pattern in _maybeAfter)
            after = Blank(after, pattern);
        return after;
    }

    private static string Blank(string text, TermPattern pattern)
    {
        foreach (var (start, length) in pattern.In(text).Reverse())
            text = string.Concat(text.AsSpan(0, start), new string(' ', length), text.AsSpan(start + length));
        return text;
    }

    private static int Last(TermPattern[] patterns, string text) => patterns.SelectMany(pattern => pattern.In(text)).Select(place => place.Start + place.Length).DefaultIfEmpty(0).Max();

    private static int First(TermPattern[] patterns, string text) => patterns.SelectMany(pattern => pattern.In(text)).Select(place => place.Start).DefaultIfEmpty(text.Length).Min();
}
