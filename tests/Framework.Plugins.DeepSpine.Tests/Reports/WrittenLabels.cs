using System.Globalization;
using Framework.Plugins.DeepSpine.Reports;

namespace Framework.Plugins.DeepSpine.Tests.Reports;

/// <summary>A text of the hand-written set and its labels: disc, condition and value.</summary>
public sealed record WrittenLabels(string Text, IReadOnlySet<(int Level, Condition Condition, int Value)> Labels, bool IsReport)
{
    public static IReadOnlyList<WrittenLabels> Of(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "tests", "Framework.Plugins.DeepSpine.Tests", "Reports", file));
        var all = new List<WrittenLabels>();
        List<string>? report = null;
        foreach (var line in lines.Where(line => !line.StartsWith("# ", StringComparison.Ordinal) && line.Length > 0))
        {
            if (line == "## report")
                report = [];
            else if (line.Split("=>") is [var text, var labels])
                (_, report) = (Add(all, report is null ? text : string.Join('\n', report), labels, report is not null), null);
            else
                report!.Add(line);
        }

        return all;
    }

    private static bool Add(List<WrittenLabels> all, string text, string labels, bool isReport)
    {
        all.Add(new WrittenLabels(text.Trim(), labels.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(Parse).ToHashSet(), isReport));
        return true;
    }

    private static IEnumerable<(int, Condition, int)> Parse(string group)
    {
        var words = group.Split(' ');
        var levels = words[0] == "ALL" ? Enumerable.Range(0, 5) : words[0].Split(',').Select(name => DiscLevel.Names.ToList().IndexOf(name));
        return levels.SelectMany(level => words.Skip(1).SelectMany(word => word == "NORMAL"
            ? Conditions.All.Select(condition => (level, condition, 0))
            : Named(word[..^1]).Select(condition => (level, condition, int.Parse(word[^1..], CultureInfo.InvariantCulture)))));
    }

    private static IEnumerable<Condition> Named(string code) => code switch
    {
        "LFS" => [Condition.LeftForaminal],
        "RFS" => [Condition.RightForaminal],
        "FS" => [Condition.LeftForaminal, Condition.RightForaminal],
        "SCS" => [Condition.Canal],
        "DB" => [Condition.DiscBulge],
        "DOC" => [Condition.DiscOsteophyte],
        "LFA" => [Condition.LeftFacet],
        "RFA" => [Condition.RightFacet],
        "FA" => [Condition.LeftFacet, Condition.RightFacet],
        "LFT" => [Condition.Flavum],
        "EL" => [Condition.Lipomatosis],
        _ => throw new InvalidDataException(code),
    };
}
