using System.Text.RegularExpressions;

namespace Framework.Host.Privacy.Scan;

/// <summary>What looks like an identity without knowing anybody's.</summary>
internal static partial class LikelyIdentities
{
    private static readonly (string What, Func<Regex> Pattern)[] Patterns =
    [
        ("a person's name (DICOM)", Name), ("an e-mail address", Mail), ("a telephone number", Telephone), ("a date", Date),
        ("a unique identifier (DICOM)", Identifier), ("a record number", Record), ("a social security number", Security),
    ];

    /// <summary>Everything in the text that looks so.</summary>
    public static IEnumerable<(string What, string Text)> In(string text)
    {
        foreach (var (what, pattern) in Patterns)
        {
            foreach (Match match in pattern().Matches(text))
                yield return (what, match.Value);
        }
    }

    [GeneratedRegex(@"[\p{L}'-]{2,}\^[\p{L}' -]+")]
    private static partial Regex Name();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b")]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w.+])(?:\+\d{1,3}[ -]?(?:\(\d{1,4}\)|\d{1,4})(?:[ -]\d{2,}){1,4}|\(\d{3}\) ?\d{3}-\d{4}|\d{3}-\d{3}-\d{4})(?![\w.])")]
    private static partial Regex Telephone();

    // Times of a run itself are not dates of a patient: ISO 8601 with its T, and the stamp that names a run folder.
    [GeneratedRegex(@"(?<![\w.#-])(?:(?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!-\d{6}-[0-9a-f]{8})|(?:18|19|20)\d\d([-./])(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?!T\d)|(?:0?[1-9]|[12]\d|3[01])([./])(?:0?[1-9]|[12]\d|3[01])\2(?:18|19|20)\d\d)(?![\w]|[.-]\d)")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![\w.])[0-2](?:\.(?:0|[1-9]\d*)){5,}(?![\w.]*[A-Za-z])")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"(?i)\b(?:mrn|patient[ _-]?(?:id|nr|no|number)|accession(?:[ _-]?(?:id|nr|no|number))?|date[ _-]?of[ _-]?birth|birth[ _-]?date|dob|geb(?:urtsdatum)?)\b\W{1,4}[\w./-]*\d[\w./-]*")]
    private static partial Regex Record();

    [GeneratedRegex(@"(?<![\w.-])\d{3}-\d{2}-\d{4}(?![\w-])")]
    private static partial Regex Security();
}
