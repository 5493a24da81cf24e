using Framework.Components.Reporting;
using Framework.Components.Reporting.Blocks;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Engines.Stages;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>Which slice a transform took out of each volume, drawn for some cases of each stage that chooses one.</summary>
internal sealed class TakenSlices : IReportPart
{
    private const int Each = 2;

    /// <inheritdoc />
    public IEnumerable<ReportSection> Sections(ReportedRun run)
    {
        if (run.Work is not { } work)
            yield break;
        foreach (var stage in work.Experiment.Stages.Where(stage => ChoiceOf(stage.Steps.Select(step => step.Transform.Instance)) >= 0))
        {
            var pools = run.Pooled.Where(pool => pool.Unit.Control is null && pool.Unit.Stage == stage.Name && pool.Unit.Variant == work.Experiment.Variant && pool.Split != ExternalEvaluation.Split).ToList();
            if (pools.Count == 0)
                continue;
            var (unit, _, rows, _) = pools[^1];
            yield return new ReportSection(ReportPlace.Examples, $"Which slice was taken: {stage.Name}",
            [
                new TextBlock("Above the whole volume, axial slices from the patient's side and others from above; the line is the slice that was taken. Beside it a bar for each slice "
                    + "that could have been: the longer, the higher it scored. Below the slice itself."),
                .. Draw(work, unit, stage.Name, [.. Choose(rows)]),
            ]);
        }
    }

    private static int ChoiceOf(IEnumerable<ITransform> steps) => steps.ToList().FindIndex(step => step is ISliceChoice);

    // Of the first label, as many cases that have it as do not; of one fold, whose chain is at hand.
    private static IEnumerable<(string Case, string Words)> Choose(Predictions rows) =>
        from kind in Enumerable.Range(0, rows.Rows.Count).Where(row => rows.Rows[row].Fold == rows.Rows[0].Fold && rows.Labels.Count > 0 && !double.IsNaN(rows.Target(row, 0)))
            .GroupBy(row => rows.Target(row, 0) > 0.5).OrderByDescending(kind => kind.Key)
        from row in kind.DistinctBy(row => rows.Rows[row].Subject).Take(Each)
        select (rows.Rows[row].Case, $"{rows.Labels[0]} {(kind.Key ? "present" : "absent")}");

    private static IEnumerable<ReportBlock> Draw(RunWork work, UnitId unit, string stage, IReadOnlyList<(string Case, string Words)> chosen)
    {
        var variant = work.VariantOf(unit);
        var folder = new CheckpointStore(work.Folder.Units.Single(folder => folder.Unit.Id == unit).Path, () => { });
        var pipeline = new UnitRecipes(variant, new FinishedStages(work.Folder, variant), work.Settings).Pipeline(unit, folder, CancellationToken.None);
        var at = ChoiceOf(pipeline.Steps.Select(step => step.Transform));
        using var workspace = new SampleWorkspace();
        for (var number = 0; number < chosen.Count; number++)
        {
            var (name, words) = chosen[number];
            var volume = pipeline.Until(at).Load(work.DataOf(unit).Cases[name], Phase.Evaluate, epoch: 0, workspace).Image;
            var slice = pipeline.Until(at + 1).Load(work.DataOf(unit).Cases[name], Phase.Evaluate, epoch: 0, workspace).Image;
            var taken = (int)Math.Round(volume.Geometry.ToVoxel(slice.Geometry.ToPatient(default)).Z);
            var scores = ((ISliceChoice)pipeline.Steps[at].Transform).Scores(volume);
            yield return new ImageBlock(FormattableString.Invariant($"slice.{stage}.{number + 1}"), SlicePicture.Draw(volume, slice, taken, scores), FormattableString.Invariant($"{words}: slice {taken + 1} of {volume.Depth}\n{name}"))
            {
                Description = FormattableString.Invariant($"Slice {taken + 1} of {volume.Depth} was taken of case {name}"),
            };
            workspace.Reset();
        }
    }
}
