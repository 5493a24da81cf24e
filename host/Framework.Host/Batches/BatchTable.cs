using System.Globalization;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Host.Terminal;

namespace Framework.Host.Batches;

/// <summary>A batch as a table, and what went wrong in it.</summary>
internal static class BatchTable
{
    private const int LinesShown = 5;

    /// <summary>A line an experiment.</summary>
    public static IEnumerable<string> Lines(BatchRecord batch, int? width) =>
        TextTable.Lines([["experiment", "state", "units", "time", "first figure", "run"], .. batch.Experiments.Select(Cells)], width);

    /// <summary>What went wrong, with the last lines of the units that failed.</summary>
    public static IEnumerable<string> Problems(BatchRecord batch)
    {
        foreach (var entry in batch.Experiments.Where(entry => entry.Message is not null))
        {
            foreach (var line in entry.Message!.Split('\n').Prepend($"{entry.File}:"))
                yield return line;
            foreach (var unit in entry.Units.Where(unit => unit.LastLines.Count > 0))
                foreach (var line in unit.LastLines.TakeLast(LinesShown).Select(line => $"  {line}").Prepend($"{unit.Name}, the last lines of {unit.Log}:"))
                    yield return line;
        }
    }

    private static string[] Cells(BatchEntry entry)
    {
        var done = entry.Before + entry.Units.Count(unit => unit.State == UnitState.Finished);
        return
        [
            entry.File, entry.ExitCode == (int)Sdk.ExitCode.ControlFailed ? "control failed" : entry.State.ToString().ToLowerInvariant(),
            entry.Run is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{done} of {entry.Before + entry.Units.Count}"),
            entry.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0} s") : "-", Figure(entry), entry.Run ?? "-",
        ];
    }

    /// <summary>The first figure of the last stage on subjects that were kept apart.</summary>
    private static string Figure(BatchEntry entry)
    {
        if (entry is not { State: UnitState.Finished, Run: { } run } || RunFolder.TryOpen(run)?.Metrics is not { } rows)
            return "-";
        var own = rows.Where(row => row.Control is null && row.Value is not null).ToList();
        var shown = own.LastOrDefault(row => row.Split == "test" && row.Name == own[0].Name && row.Label == own[0].Label) ?? own.FirstOrDefault();
        return shown is null ? "-" : string.Create(CultureInfo.InvariantCulture, $"{shown.Name} {shown.Label ?? "all"} {shown.Value:F4} ({shown.Split})");
    }
}
