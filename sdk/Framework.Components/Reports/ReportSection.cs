using System.Text.RegularExpressions;

namespace Framework.Components.Reports;

/// <summary>A part of a report under a heading.</summary>
/// <param name="Name">The heading in lower case without its colon; empty for what stands before the first one.</param>
/// <param name="Text">What stands below it.</param>
public sealed record ReportSection(string Name, string Text)
{
    /// <summary>Divides a report at its headings.</summary>
    /// <param name="report">The text.</param>
    /// <param name="headings">Headings that are known, in lower case; each counts at the beginning of a line, or after the end of a sentence in capitals.</param>
    public static IReadOnlyList<ReportSection> Of(string report, IReadOnlyList<string> headings)
    {
        var found = headings.Count == 0 ? [] : Heading(headings).Matches(report).ToList();
        var sections = new List<ReportSection>();
        Add(sections, "", report[..(found.Count > 0 ? found[0].Index : report.Length)]);
        for (var i = 0; i < found.Count; i++)
        {
            var from = found[i].Index + found[i].Length;
            Add(sections, found[i].Groups["name"].Value.ToLowerInvariant(), report[from..(i + 1 < found.Count ? found[i + 1].Index : report.Length)]);
        }

        return sections;
    }

    /// <summary>The sections of a report that are to be read; where it has none of them all of it is, but for those to be skipped.</summary>
    /// <param name="report">The text.</param>
    /// <param name="headings">Headings that are known, in lower case.</param>
    /// <param name="read">Headings of sections that are read.</param>
    /// <param name="skip">Headings of sections that never are.</param>
    public static IEnumerable<ReportSection> Read(string report, IReadOnlyList<string> headings, IReadOnlyList<string> read, IReadOnlyList<string> skip)
    {
        var all = Of(report, headings);
        var chosen = all.Where(section => read.Contains(section.Name)).ToList();
        return chosen.Count > 0 ? chosen : all.Where(section => !skip.Contains(section.Name));
    }

    private static void Add(List<ReportSection> sections, string name, string text)
    {
        if (text.Trim() is { Length: > 0 } kept)
            sections.Add(new ReportSection(name, kept));
    }

    // In capitals a heading may stand within a line: "Technique: T1. FINDINGS: none".
    private static Regex Heading(IReadOnlyList<string> headings) =>
        new($@"(?:(?<=^|[\r\n])[ \t]*(?<name>(?i:{Any(headings)}))|(?<=[.:][ \t]+)(?<name>{Any([.. headings.Select(name => name.ToUpperInvariant())])}))[ \t]*:");

    private static string Any(IReadOnlyList<string> names) => string.Join('|', names.OrderByDescending(name => name.Length).Select(TermPattern.Words));
}
