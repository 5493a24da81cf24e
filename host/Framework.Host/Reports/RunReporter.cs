using Framework.Components.Reporting;
using Framework.Host.Engines;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>Turns a run folder into its report.</summary>
internal sealed class RunReporter(ReportedRun run)
{
    /// <summary>Writes <c>report.html</c> and <c>figures/</c>.</summary>
    /// <exception cref="TrainingException">They could not be written; the figures of the run are there all the same.</exception>
    public void Write()
    {
        try
        {
            ReportWriter.Write(Input(), run.Folder.Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrainingException(
                $"{run.Folder.ReportFile}: the report could not be written: {e.Message.TrimEnd('.')}. Mend that, then run the same command again.", e);
        }
    }

    private ReportInput Input() => new()
    {
        Title = run.Experiment.Name,
        Description = HeadComment(run.Folder.Provenance?.Experiment ?? run.Experiment.File),
        Headline = run.Experiment.Headline is { } choice ? new HeadlineChoice(choice.Metric, choice.Label, choice.Stage, choice.Split, choice.At) : new HeadlineChoice(),
        Flow = run.Work?.Data.Index.Flow ?? [],
        Folds = run.Work is { } work ? work.Data.Split.Folds * work.Data.Split.Repeats : 1,
        Parts = Parts(),
        Scores = [.. run.Rows.Select(row => new Score(Titled(row.Stage, row.Variant), row.Split, row.Control, row.ToValue()) { Folds = row.Folds })],
        Losses = [.. run.Folder.Units.Select(LossOf).OfType<LossHistory>()],
        Predictions = [.. run.Pooled.Select(pool => new PredictionSet(Titled(pool.Unit.Stage, pool.Unit.Variant), pool.Split, pool.Unit.Control, pool.Table) { Rows = pool.Rows })],
        Examples = run.Work is { } data ? new ExampleSelection(data, run.Pooled).Choose() : [],
        Published = [.. run.Experiment.Published.Select(value => new PublishedScore(value.Metric, value.Label, value.Value, value.Note ?? "", value.Source ?? "")
        {
            Stage = value.Stage,
            Variant = value.Variant,
            Split = value.Split,
            At = value.At,
            Control = value.Control,
            Deviation = value.Deviation,
        })],
        Sections = [.. ReportParts.All.SelectMany(part => part.Sections(run))],
        Provenance = ProvenanceSummary.Of(run.Folder),
    };

    /// <summary>The comment that the experiment's file begins with.</summary>
    private static string HeadComment(string file)
    {
        var head = File.Exists(file) ? File.ReadLines(file).TakeWhile(line => line.StartsWith('#')) : [];
        return string.Join('\n', head.Select(line => line.TrimStart('#').Trim()));
    }

    private static string Titled(string stage, string? variant) => variant is null ? stage : $"{stage}@{variant}";

    private IReadOnlyList<PartSummary> Parts() => run.Work is not { } work
        ? []
        : [.. CaseSplit.Parts.Select(part => PartSizes.Of(part, work.Data)).Where(part => part.Cases > 0)];

    private static LossHistory? LossOf(UnitFolder unit)
    {
        var events = UnitLog.Read(unit.Events);
        var epochs = events.Where(item => item.Kind == "epoch").ToList();
        if (epochs.Count == 0)
            return null;
        var chosen = epochs[^1].Values.TryGetValue("best_epoch", out var epoch) && epoch >= 0 ? (int?)epoch : null;
        return new LossHistory(unit.Unit.Name, Values(epochs, "train_loss"), Values(epochs, "validate_loss"), chosen)
        {
            Group = unit.Unit.Id is { Control: null, HeldOut: null } id ? Titled(id.Stage, id.Variant) : null,
            Steps = [.. Steps(events, epochs)],
        };
    }

    /// <summary>Epochs need not be of one length, so each is measured by its own steps.</summary>
    private static IEnumerable<(double Epoch, double Loss)> Steps(IReadOnlyList<TrainingEvent> events, IReadOnlyList<TrainingEvent> epochs)
    {
        var began = 0L;
        foreach (var end in epochs)
        {
            foreach (var step in events.Where(item => item.Kind == "step" && item.Epoch == end.Epoch && item.Values.ContainsKey("train_loss")))
                yield return (end.Epoch + ((step.Step - began - 0.5) / (end.Step - began)), step.Values["train_loss"]);
            began = end.Step;
        }
    }

    private static IReadOnlyList<double> Values(IReadOnlyList<TrainingEvent> epochs, string name) =>
        [.. epochs.Where(item => item.Values.ContainsKey(name)).Select(item => item.Values[name])];
}
