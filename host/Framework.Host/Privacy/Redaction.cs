using System.Text.RegularExpressions;

namespace Framework.Host.Privacy;

/// <summary>Takes identities out of text that components wrote: names of files, values in quotes, known identities, and what looks like one.</summary>
/// <param name="pseudonyms">Replaces them.</param>
/// <param name="words">What may stay.</param>
/// <param name="known">The pseudonym of an identity of the index; null for any other text.</param>
/// <param name="map">Keeps what was replaced, for the owner of the store.</param>
internal sealed partial class Redaction(Pseudonyms pseudonyms, ExperimentWords words, Func<string, string?> known, IdentityMap map)
{
    private const int ShortNumber = 4; // a number of fewer digits is a count or a size, unless it stands in quotes

    /// <summary>A file, or a file with line and column: <c>f-3f9a2c71d04e.dcm:12</c>. A table that the experiment names keeps its name.</summary>
    public string Place(string place)
    {
        var position = Position().Match(place).Value;
        return File(place[..^position.Length]) + position;
    }

    /// <summary>A message; its beginning up to the first colon and space is a place where it looks like one.</summary>
    public string Message(string message)
    {
        var lines = message.Split('\n');
        return string.Join('\n', lines.Select(Line));
    }

    /// <summary>A cell of a table: an identity, or a message.</summary>
    public string Cell(string cell) => known(cell) ?? Message(cell);

    /// <summary>A single value: as it is unless it is an identity or looks like one.</summary>
    public string Value(string value) =>
        known(value) ?? (LooksPersonal(value) && !words.Contains(value) ? Replace('v', value) : value);

    private string Line(string line)
    {
        var end = line.IndexOf(": ", StringComparison.Ordinal);
        var place = end < 0 ? "" : Position().Replace(line[..end], "");
        return place.Length > 0 && !place.Contains('\'', StringComparison.Ordinal) && LooksLikePath(place)
            ? Place(line[..end]) + Words().Replace(line[end..], Word)
            : Words().Replace(line, Word);
    }

    private string Word(Match match)
    {
        var text = match.Value;
        if (text[0] == '\'' && text.Length > 1 && text[^1] == '\'')
            return $"'{Quoted(text[1..^1])}'";
        var core = text.TrimEnd('.', ':', '?', '!');
        var rest = text[core.Length..];
        if (core.Length == 0 || words.Contains(core) || Pseudonym().IsMatch(core))
            return text;
        if (core.Length >= ShortNumber && known(core) is { } pseudonym)
            return pseudonym + rest;
        if (LooksLikePath(core))
            return Place(core) + rest;
        return LooksPersonal(core) ? Replace('v', core) + rest : text;
    }

    private string Quoted(string text)
    {
        if (known(text) is { } pseudonym)
            return pseudonym;
        if (words.Contains(text) || Phrase().IsMatch(text) || Pseudonym().IsMatch(text))
            return text;
        return LooksLikePath(text) ? Place(text) : Replace('v', text);
    }

    /// <summary>A file by pseudonym, with its ending; what the experiment says of its folder stays.</summary>
    public string File(string path)
    {
        if (path.Length == 0 || words.Contains(path) || Pseudonym().IsMatch(path))
            return path;
        if (known(path) is { } pseudonym)
            return pseudonym;
        var folder = words.FolderOf(path);
        var rest = path[folder.Length..];
        if (rest.Length == 0 || words.Contains(rest))
            return path;
        return folder + Replace('f', rest) + Ending().Match(rest).Value;
    }

    private string Replace(char kind, string text)
    {
        var pseudonym = pseudonyms.Of(kind, text);
        map.Add(pseudonym, text);
        return pseudonym;
    }

    private static bool LooksLikePath(string text) => Ending().IsMatch(text) || FilePath().IsMatch(text);

    private static bool LooksPersonal(string text) => Personal().IsMatch(text);

    [GeneratedRegex(@"(?:(?<!\w)'[^'\n]+'(?!\w))|[^\s'"",;()]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[cspervfai]-[0-9a-f]{12}(?:\.\w+)*$")]
    private static partial Regex Pseudonym();

    [GeneratedRegex(@"(?::\d+){1,2}$")]
    private static partial Regex Position();

    // What programs say in quotes: keys and short phrases in small letters, codes of two capitals such as CT, short numbers.
    [GeneratedRegex(@"^(?:[a-z][a-z_.: -]{0,40}|[A-Z]{2}|-?\d{1,3}(?:\.\d{1,3})?)$")]
    private static partial Regex Phrase();

    [GeneratedRegex(@"\.(?:dcm|dicom|ima|nii|nii\.gz|hdr|img|mgh|mgz|gz|png|jpe?g|csv|tsv|npz|npy|json|txt|xml|zip|bin|ckpt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Ending();

    [GeneratedRegex(@"^(?:/|[A-Za-z]:\\|\.\.?/)|/.*/|/.*[\d.]|[\d.].*/")]
    private static partial Regex FilePath();

    // Person names and dates of DICOM, dates as people write them, unique identifiers, electronic mail, long numbers.
    [GeneratedRegex(@"\w\^\w|\b(?:19|20)\d\d[-./]?(?:0[1-9]|1[0-2])[-./]?(?:0[1-9]|[12]\d|3[01])\b|\b[0-3]?\d[./][01]?\d[./](?:19|20)\d\d\b|^\d+(?:\.\d+){3,}$|\S@\S+\.\w|\d{7,}")]
    private static partial Regex Personal();
}
