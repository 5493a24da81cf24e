using System.Globalization;

namespace Framework.Benchmarks;

/// <summary>Keeps docs/benchmarks.md: a table for each machine, and whatever people wrote around it.</summary>
internal static class MarkdownTable
{
    private const string Head = "| name | what | unit | better | ours | peer | ratio | pairs |";
    private const string Rule = "| --- | --- | --- | --- | --- | --- | --- | --- |";

    private static readonly string[] Title =
    [
        "# Benchmarks",
        "",
        "Tables are written by `./framework bench --markdown docs/benchmarks.md`, which replaces the rows of what it measured. Ours and the peer are measured in turn in one run on",
        "one machine; each figure is a median, and the ratio is the median of ours/peer over the pairs. Peers run from `tests/Benchmarks/Peers`.",
    ];

    /// <summary>Replaces the rows of what was measured, and adds those that are new, with a table where the machine has none.</summary>
    public static void Update(string path, IReadOnlyList<BenchmarkResult> results)
    {
        List<string> lines = File.Exists(path) ? [.. File.ReadAllLines(path)] : [.. Title];
        foreach (var machine in results.GroupBy(row => row.Machine))
        {
            var table = TableOf(lines, $"Machine: {machine.Key}.");
            foreach (var row in machine)
                Put(lines, table, row);
        }

        File.WriteAllText(path, string.Join('\n', lines) + "\n");
    }

    /// <summary>The line after the rule below a table's head.</summary>
    private static int TableOf(List<string> lines, string machine)
    {
        var at = lines.IndexOf(machine);
        if (at >= 0 && lines.IndexOf(Head, at) is >= 0 and var head)
            return head + 2;
        lines.AddRange(["", machine, "", Head, Rule]);
        return lines.Count;
    }

    private static void Put(List<string> lines, int table, BenchmarkResult row)
    {
        var end = table;
        for (; end < lines.Count && lines[end].StartsWith('|'); end++)
        {
            if (!lines[end].StartsWith($"| `{row.Name}` |", StringComparison.Ordinal))
                continue;
            lines[end] = Line(row);
            return;
        }

        lines.Insert(end, Line(row));
    }

    private static string Line(BenchmarkResult row)
    {
        var peer = row.Peer is { } value ? $"{Figure(value)} {row.PeerName}" : "none";
        var ratio = row.Ratio is { } known ? known.ToString("F2", CultureInfo.InvariantCulture) : "";
        return string.Create(CultureInfo.InvariantCulture, $"| `{row.Name}` | {row.What} | {row.Unit} | {row.Better} | {Figure(row.Ours)} | {peer} | {ratio} | {row.Runs} |");
    }

    private static string Figure(double value) => value.ToString(value >= 1000 ? "N0" : value >= 100 ? "F0" : value >= 10 ? "F1" : "F3", CultureInfo.InvariantCulture);
}
