using System.Text;

namespace FellowOakDicom;

// Text that changes its character set within (PS3.5 section 6.1.2.5): each escape sequence names the set of what follows.
internal static class Iso2022
{
    public const byte Escape = 0x1b;

    private static readonly (string Sequence, string Encoding)[] Designations =
    [
        ("(B", "us-ascii"), ("(J", "shift_jis"), (")I", "shift_jis"),
        ("-A", "iso-8859-1"), ("-B", "iso-8859-2"), ("-C", "iso-8859-3"), ("-D", "iso-8859-4"),
        ("-F", "iso-8859-7"), ("-G", "iso-8859-6"), ("-H", "iso-8859-8"), ("-L", "iso-8859-5"),
        ("-M", "iso-8859-9"), ("-T", "windows-874"), ("-b", "iso-8859-15"),
        ("$B", "iso-2022-jp"), ("$(D", "euc-jp"), ("$)C", "ks_c_5601-1987"), ("$)A", "gb2312"),
    ];

    public static string Decode(ReadOnlySpan<byte> bytes, Encoding initial)
    {
        var text = new StringBuilder();
        var designation = ("", initial);
        while (!bytes.IsEmpty)
        {
            if (bytes[0] == Escape)
            {
                designation = Designated(bytes[1..], initial);
                bytes = bytes[Math.Min(bytes.Length, 1 + designation.Item1.Length)..];
            }
            var next = bytes.IndexOf(Escape);
            var part = next < 0 ? bytes : bytes[..next];
            Append(text, part, designation.Item1, designation.Item2, initial);
            bytes = bytes[part.Length..];
        }
        return text.ToString();
    }

    private static (string, Encoding) Designated(ReadOnlySpan<byte> rest, Encoding initial)
    {
        foreach (var (sequence, encoding) in Designations)
            if (rest.Length >= sequence.Length && Encoding.ASCII.GetString(rest[..sequence.Length]) == sequence)
                return (sequence, DicomEncoding.Named(encoding) ?? initial);
        return ("", initial);
    }

    // A delimiter or the end of a line brings back the first character set.
    private static void Append(StringBuilder text, ReadOnlySpan<byte> part, string sequence, Encoding encoding, Encoding initial)
    {
        var end = part.IndexOfAny("\\^=\r\n"u8);
        var own = end < 0 || sequence.StartsWith('$') && !sequence.Contains(')', StringComparison.Ordinal) ? part : part[..end];
        text.Append(sequence switch
        {
            "$B" => Japanese(own, encoding),
            "$(D" => encoding.GetString(Supplement(own)),
            _ => encoding.GetString(own),
        });
        if (own.Length < part.Length)
            text.Append(initial.GetString(part[own.Length..]));
    }

    // The .NET decoder wants to see the escape sequence itself.
    private static string Japanese(ReadOnlySpan<byte> words, Encoding encoding) =>
        encoding.GetString([Escape, (byte)'$', (byte)'B', .. words, Escape, (byte)'(', (byte)'B']);

    // JIS X 0212 as EUC: a prefix and the high bits set.
    private static byte[] Supplement(ReadOnlySpan<byte> words)
    {
        var euc = new List<byte>();
        for (var i = 0; i + 1 < words.Length; i += 2)
            euc.AddRange([0x8f, (byte)(words[i] | 0x80), (byte)(words[i + 1] | 0x80)]);
        return [.. euc];
    }
}
