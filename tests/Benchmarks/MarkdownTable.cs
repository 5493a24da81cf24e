using System.Globalization;
using System.Text;

namespace Framework.Benchmarks;

/// <summary>Writes docs/benchmarks.md.</summary>
internal static class MarkdownTable
{
    public static string Write(IReadOnlyList<BenchmarkResult> results)
    {
        var text = new StringBuilder();
        text.Append("# Benchmarks\n\nWritten by `./framework bench --markdown docs/benchmarks.md`. Ours and the peer are measured in turn in one run on one machine;\n");
        text.Append("each figure is a median, and the ratio is the median of ours/peer over the pairs. Peers run from `tests/Benchmarks/Peers`.\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Machine: {results[0].Machine}.\n\n");
        text.Append("| name | what | unit | better | ours | peer | ratio | pairs |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in results)
        {
            var peer = row.Peer is { } value ? $"{Figure(value)} {row.PeerName}" : "none";
            text.Append(CultureInfo.InvariantCulture, $"| `{row.Name}` | {row.What} | {row.Unit} | {row.Better} | {Figure(row.Ours)} | {peer} | {(row.Ratio is { } ratio ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "")} | {row.Runs} |\n");
        }

        text.Append(Quoted(results));
        return text.ToString();
    }

    private static string Quoted(IReadOnlyList<BenchmarkResult> results)
    {
        var lines = QuotedFigure.All.Where(quoted => results.Any(row => row.Name == quoted.Benchmark)).Select(quoted => $"- `{quoted.Benchmark}`: {quoted.Text}\n");
        var list = string.Concat(lines);
        return list.Length == 0 ? "" : $"\nQuoted, not measured here:\n{list}";
    }

    private static string Figure(double value) => value.ToString(value >= 1000 ? "N0" : value >= 100 ? "F0" : value >= 10 ? "F1" : "F3", CultureInfo.InvariantCulture);
}
