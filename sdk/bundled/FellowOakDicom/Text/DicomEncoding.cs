using System.Collections.Concurrent;
using System.Text;

namespace FellowOakDicom;

/// <summary>The character sets of Specific Character Set as encodings of .NET.</summary>
public static class DicomEncoding
{
    public static readonly Encoding Default = Encoding.ASCII;
    public static readonly Encoding[] DefaultArray = [Default];

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["ISO_IR 6"] = "us-ascii",
        ["ISO_IR 13"] = "shift_jis",
        ["ISO_IR 100"] = "iso-8859-1",
        ["ISO_IR 101"] = "iso-8859-2",
        ["ISO_IR 109"] = "iso-8859-3",
        ["ISO_IR 110"] = "iso-8859-4",
        ["ISO_IR 126"] = "iso-8859-7",
        ["ISO_IR 127"] = "iso-8859-6",
        ["ISO_IR 138"] = "iso-8859-8",
        ["ISO_IR 144"] = "iso-8859-5",
        ["ISO_IR 148"] = "iso-8859-9",
        ["ISO_IR 166"] = "windows-874",
        ["ISO_IR 192"] = "utf-8",
        ["ISO_IR 203"] = "iso-8859-15",
        ["GB18030"] = "gb18030",
        ["GBK"] = "gbk",
        ["ISO 2022 IR 58"] = "gb2312",
        ["ISO 2022 IR 87"] = "iso-2022-jp",
        ["ISO 2022 IR 149"] = "ks_c_5601-1987",
        ["ISO 2022 IR 159"] = "iso-2022-jp",
    };

    public static void RegisterEncoding(string charset, string encoding) => Names[charset] = encoding;

    /// <summary>The encoding of one defined term, or of one of the misspellings often seen; the default where it is unknown.</summary>
    public static Encoding GetEncoding(string charset)
    {
        var term = (charset ?? "").Trim();
        if (term.Length == 0)
            return Default;
        return Find(term) ?? Default;
    }

    public static Encoding[] GetEncodings(string[] charsets)
    {
        if (charsets is null || charsets.Length == 0)
            return DefaultArray;
        return charsets.Length > 1 && charsets[0].Trim() is "ISO_IR 192" or "GB18030"
            ? [GetEncoding(charsets[0])] // no code extensions with these
            : Array.ConvertAll(charsets, GetEncoding);
    }

    /// <summary>The defined term of an encoding; with code extensions where <paramref name="extended"/>.</summary>
    /// <exception cref="ArgumentException">No term stands for it.</exception>
    public static string GetCharset(Encoding encoding, bool extended = false)
    {
        var term = Names.Where(pair => pair.Key.StartsWith("ISO 2022", StringComparison.Ordinal) || !extended || Extends(pair.Key))
            .FirstOrDefault(pair => Named(pair.Value)?.CodePage == encoding.CodePage).Key
            ?? throw new ArgumentException($"No character set of the standard is '{encoding.WebName}'.", nameof(encoding));
        return extended && Extends(term) ? term.Replace("ISO_IR", "ISO 2022 IR", StringComparison.Ordinal) : term;
    }

    // Text whose first encoding is in force until an escape sequence names another.
    internal static string Decode(ReadOnlySpan<byte> bytes, Encoding[] encodings) =>
        bytes.Contains(Iso2022.Escape) ? Iso2022.Decode(bytes, encodings[0]) : encodings[0].GetString(bytes);

    internal static Encoding Named(string name)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool Extends(string term) => term is not ("ISO_IR 192" or "GB18030" or "GBK");

    private static Encoding Find(string term)
    {
        if (Names.TryGetValue(term, out var name))
            return Named(name);
        var digits = new string([.. term.SkipWhile(c => !char.IsAsciiDigit(c)).Where(char.IsAsciiDigit)]);
        if (term.StartsWith("ISO 2022", StringComparison.Ordinal) || term.StartsWith("ISO-2022", StringComparison.Ordinal))
            digits = digits.Length > 4 ? digits[4..] : "";
        if (Names.TryGetValue("ISO 2022 IR " + digits, out name) || Names.TryGetValue("ISO_IR " + digits, out name))
            return Named(name);
        return Named(term);
    }
}
