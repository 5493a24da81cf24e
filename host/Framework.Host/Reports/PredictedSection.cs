using System.Globalization;
using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines.Stages;

namespace Framework.Host.Reports;

/// <summary>New cases that the run predicted: by which networks, and where the files are.</summary>
internal sealed class PredictedSection : IReportPart
{
    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var predicted = run.Folder.Predicted;
        if (predicted.Count == 0)
            yield break;
        yield return new ReportSection(ReportPlace.External, "New cases",
        [
            new TextBlock("Predicted once everything was fitted. None of them was fitted, chosen or calibrated on."),
            new TableBlock(
                [new("name"), new("by"), new("cases", true), new("subjects", true), new("networks", true), new("files")],
                [.. predicted.Select(cases => (IReadOnlyList<TableCell>)
                [
                    cases.Name, cases.Variant is { } variant ? $"{cases.Stage}@{variant}" : cases.Stage, Count(cases.Cases), Count(cases.Subjects), Count(cases.Networks), string.Join(", ", cases.Files),
                ])]),
            .. Starts(run).Select(words => new TextBlock(words)),
        ]);
    }

    private static IEnumerable<string> Starts(ReportedRun run) =>
        from experiment in run.Experiment.AllVariants()
        from unit in run.Folder.Units
        where unit.Unit.Id.Variant == experiment.Variant && unit.IsFinished
        let start = ContinuedUnit.Of(run.Folder, experiment, unit.Unit.Id)
        where start is not null
        select $"{unit.Unit.Name} {start.Words}.";

    private static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
