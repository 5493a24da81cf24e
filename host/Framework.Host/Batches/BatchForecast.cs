using System.Globalization;
using System.Text.Json;
using Framework.Host.Engines;
using Framework.Host.Terminal;
using Framework.Sdk;

namespace Framework.Host.Batches;

/// <summary>What a batch would do about one experiment.</summary>
/// <param name="File">The experiment.</param>
/// <param name="Units">Its units.</param>
/// <param name="Done">Those that are done already.</param>
/// <param name="Seconds">How long the others take one after the other; null where no run says so.</param>
/// <param name="Problem">Why it cannot be planned; null where it can.</param>
/// <param name="Code">What that would end with.</param>
internal sealed record BatchForecast(string File, int Units, int Done, double? Seconds, string? Problem, ExitCode Code)
{
    /// <summary>What a process takes that does the most demanding of the other units; null where all are done, or it cannot be planned.</summary>
    public UnitMemory? Memory { get; init; }

    /// <summary>Plans each experiment in a process of its own.</summary>
    public static async Task<IReadOnlyList<BatchForecast>> Of(IReadOnlyList<string> files, BatchSettings settings, string folder)
    {
        var forecasts = new List<BatchForecast>();
        foreach (var file in files)
        {
            string[] words = [.. settings.WordsOf("plan", file, "--json"), .. settings.SetWords, .. settings.Cluster is null ? new[] { "--memory" } : []];
            var ended = await Worker.Run(new WorkerCall(words, Path.Combine(folder, "dry-run.log")), CancellationToken.None);
            forecasts.Add(ended.IsDone
                ? Of(file, ended.Output)
                : new BatchForecast(file, 0, 0, null, string.Join('\n', ended.LastLines.DefaultIfEmpty(ended.Cause)), Enum.IsDefined((ExitCode)ended.Code) ? (ExitCode)ended.Code : ExitCode.RunFailed));
        }

        return forecasts;
    }

    /// <summary>A line an experiment, and what is to do.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<BatchForecast> forecasts, BatchSettings settings, int? width) =>
    [
        .. TextTable.Lines([["experiment", "units", "done", "to do", "memory of each", "time"], .. forecasts.Select(Cells)], width),
        string.Create(CultureInfo.InvariantCulture, $"{forecasts.Sum(forecast => forecast.Units - forecast.Done)} units to do by {settings.Parallel} workers with {settings.Threads} compute and {settings.LoaderThreads} loader threads each"),
    ];

    private static string[] Cells(BatchForecast one) => one.Problem is not null
        ? [one.File, "-", "-", "-", "-", "cannot be planned"]
        : [one.File, Text(one.Units), Text(one.Done), Text(one.Units - one.Done), one.Memory?.ToString() ?? "-", one.Units == one.Done ? "-" : one.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"about {seconds:0} s, one after the other") : "not known yet"];

    private static string Text(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static BatchForecast Of(string file, string plan)
    {
        using var units = JsonDocument.Parse(plan);
        var left = units.RootElement.EnumerateArray().Where(unit => unit.GetProperty("done").ValueKind == JsonValueKind.Null).ToList();
        var known = left.Where(unit => unit.GetProperty("seconds").ValueKind == JsonValueKind.Number).Select(unit => unit.GetProperty("seconds").GetDouble()).ToList();
        var memory = left.Where(unit => unit.TryGetProperty("memory", out _)).Select(unit => unit.GetProperty("memory")).Select(need => new UnitMemory(need.GetProperty("bytes").GetInt64(), need.GetProperty("measured").GetBoolean()));
        return new BatchForecast(file, units.RootElement.GetArrayLength(), units.RootElement.GetArrayLength() - left.Count, known.Count == left.Count ? known.Sum() : null, null, ExitCode.Done) { Memory = memory.MaxBy(need => need.Bytes) };
    }
}
