using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;

namespace Framework.Host.Reports;

/// <summary>What a reader may take for granted and the run does not have; every sentence follows from the run.</summary>
internal sealed class NotDone : IReportPart
{
    private const int Few = 50;

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        var missing = Missing(run).Select(text => new TextBlock(text)).ToList();
        yield return new ReportSection(ReportPlace.NotDone, "What was not done", missing.Count > 0 ? [.. missing] : [new TextBlock("Nothing of what this report looks for is missing.")]);
    }

    private static IEnumerable<string> Missing(ReportedRun run) => [.. OfData(run), .. OfTraining(run), .. OfEvaluation(run)];

    private static IEnumerable<string> OfData(ReportedRun run)
    {
        if (run.Work is null)
            yield return "This report was made again without the data: cohort, curves, confusion matrices and example images are left out.";
        if (run.Rows.All(row => row.Split != "test"))
            yield return "No test part: no figure is of cases on which nothing could be chosen.";
        if (run.Rows.All(row => row.Split != "external"))
            yield return run.Work?.Data.Split.External.Cases is > 0 and var locked
                ? FormattableString.Invariant($"The external set of {locked:N0} cases was not opened.")
                : "No external set: nothing is known of other centres, scanners or years.";
        if (run.Work?.Data.Index.Cases.Select(item => item.Site).Distinct().Count() is 1)
            yield return "All cases are of one site, or their site is not known: figures by site cannot be told apart.";
        if (run.Rows.Where(row => row.Control is null && row.Split == "test").Select(row => row.Subjects).DefaultIfEmpty(Few).Max() is < Few and var subjects)
            yield return FormattableString.Invariant($"The test part has {subjects} subjects: few, whatever the intervals say.");
    }

    private static IEnumerable<string> OfTraining(ReportedRun run)
    {
        if (run.Folder.Units.Where(unit => unit.Unit.Id.Control is null).Select(unit => (unit.Unit.Id.Fold, unit.Unit.Id.Repeat)).Distinct().Count() == 1)
            yield return "One division of the subjects and one training: how much the figures vary between folds, repeats and seeds is not known.";
        foreach (var stage in run.Experiment.Stages.Where(stage => stage.Model is not null && stage.Calibrate is null))
            yield return $"The outputs of '{stage.Name}' were not calibrated: they need not be probabilities.";
        foreach (var stage in run.Experiment.Stages.Where(stage => stage.Model is not null && stage.Threshold is null))
            yield return $"No threshold of '{stage.Name}' was chosen: decisions count from an output of 0.5 on.";
    }

    private static IEnumerable<string> OfEvaluation(ReportedRun run)
    {
        foreach (var metric in run.Silent)
            yield return $"'{metric}' has no figure: no stage gives what it scores, or the truth of no case is known.";
        if (run.Experiment.Controls.Count == 0)
            yield return "No controls: what a shortcut, or a network that learnt nothing, would score here is not known.";
        if (run.Rows.Where(row => row.Control is null).All(row => row.Low is null))
            yield return "No confidence intervals.";
        if (run.Experiment.Published.Count == 0)
            yield return "No published figures to stand beside.";
        if (run.Experiment.Explain.Count == 0)
            yield return "No maps: where in the images the answers come from was not looked at.";
    }
}
