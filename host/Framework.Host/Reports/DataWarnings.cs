using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines;
using Framework.Host.Runs;

namespace Framework.Host.Reports;

/// <summary>What a reader must know before any figure: cases left out, scores that a constant beats.</summary>
internal sealed class DataWarnings : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var warnings = Warnings(run).Select(text => new WarningBlock(text)).ToList();
        if (warnings.Count > 0)
            yield return new ReportSection(ReportPlace.Headline, "Read this first", [.. warnings]);
    }

    private static IEnumerable<string> Warnings(ReportedRun run)
    {
        if (run.Folder.Provenance?.Data.Quarantined is > 0 and var left)
            yield return $"{Counted.Problems(left)} in the data: such cases were left out; quarantine.csv lists them.";
        if (run.Rows.All(row => row.Split != "test") && OnTheReportedFold(run) is { Length: > 0 } chosen)
            yield return $"{chosen} on the fold that is reported: the figures are optimistic. A test part, or 'validate' within the training part, shows by how much.";
        var worse = run.Rows.Where(row => row.Control is null && ResultTable.IsWorseThanConstant(row, run.Rows));
        foreach (var split in worse.GroupBy(row => (row.Stage, row.Split)))
            yield return $"{split.Key.Stage}, {split.Key.Split}: worse than a constant that looks at no image: {string.Join(", ", split.Select(row => $"{row.Name}{Of(row)}"))}.";
    }

    private static string OnTheReportedFold(ReportedRun run)
    {
        var epoch = run.Experiment.Stages.Any(stage => stage.Trainer.Instance.ChoosesOnValidation);
        var threshold = run.Experiment.Stages.Any(stage => stage.Threshold is not null);
        return (epoch, threshold) switch
        {
            (true, true) => "The best epoch and the thresholds were chosen",
            (true, false) => "The best epoch was chosen",
            (false, true) => "The thresholds were chosen",
            _ => "",
        };
    }

    private static string Of(MetricRow row) => row.Label is null ? "" : $" of '{row.Label}'";
}
