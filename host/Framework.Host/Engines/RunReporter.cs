using Framework.Components.Reporting;
using Framework.Host.Reports;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Turns a run folder into its report.</summary>
internal sealed class RunReporter(RunWork work, Evaluation evaluation)
{
    /// <summary>Writes <c>report.html</c> and <c>figures/</c>.</summary>
    /// <exception cref="TrainingException">They could not be written; the figures of the run are there all the same.</exception>
    public void Write()
    {
        try
        {
            ReportWriter.Write(Input(), work.Folder.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException(
                $"{work.Folder.ReportFile}: the report could not be written: {e.Message.TrimEnd('.')}. Mend that, then run the same command again.", e);
        }
    }

    private ReportInput Input()
    {
        var run = new ReportedRun(work.Folder, work.Experiment, evaluation);
        return new ReportInput
        {
            Title = work.Experiment.Name,
            Description = HeadComment(work.Experiment.File),
            Parts = Parts(),
            Scores = [.. run.Rows.Select(row => new Score(Titled(row.Stage, row.Variant), row.Split, row.Control, row.ToValue()))],
            Losses = [.. work.Folder.Units.Select(LossOf).OfType<LossHistory>()],
            Predictions = [.. evaluation.Pooled.Select(pool => new PredictionSet(Titled(pool.Unit.Stage, pool.Unit.Variant), pool.Split, pool.Unit.Control, pool.Table))],
            Examples = new ExampleSelection(work, evaluation).Choose(),
            Published = [.. work.Experiment.Published.Select(value => new PublishedScore(value.Metric, value.Label, value.Value, value.Note ?? ""))],
            Sections = [.. ReportParts.All.SelectMany(part => part.Sections(run))],
            Provenance = work.Folder.Provenance is { } provenance ? ProvenanceSummary.Of(provenance) : [],
        };
    }

    private static string Titled(string stage, string? variant) => variant is null ? stage : $"{stage}@{variant}";

    /// <summary>The comment that the experiment's file begins with.</summary>
    private static string HeadComment(string file)
    {
        var head = File.Exists(file) ? File.ReadLines(file).TakeWhile(line => line.StartsWith('#')) : [];
        return string.Join('\n', head.Select(line => line.TrimStart('#').Trim()));
    }

    private IReadOnlyList<PartSummary> Parts() =>
        [.. CaseSplit.Parts.Select(part => PartSizes.Of(part, work.Data)).Where(part => part.Cases > 0)];

    private static LossHistory? LossOf(UnitFolder unit)
    {
        var epochs = UnitLog.Read(unit.Events).Where(item => item.Kind == "epoch").ToList();
        if (epochs.Count == 0)
            return null;
        var chosen = epochs[^1].Values.TryGetValue("best_epoch", out var epoch) && epoch >= 0 ? (int?)epoch : null;
        return new LossHistory(unit.Unit.Name, Values(epochs, "train_loss"), Values(epochs, "validate_loss"), chosen);
    }

    private static IReadOnlyList<double> Values(IReadOnlyList<TrainingEvent> epochs, string name) =>
        [.. epochs.Where(item => item.Values.ContainsKey(name)).Select(item => item.Values[name])];
}
