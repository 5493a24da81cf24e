using Framework.Components.Reporting;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Engines.Stages;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Reports;

/// <summary>Picks the cases that a report shows as images: the most confident right and wrong ones, one a subject.</summary>
internal sealed class ExampleSelection(RunWork work, IReadOnlyList<(UnitId Unit, string Split, Predictions Rows, Predictions Table)> pooled)
{
    private const int Each = 4;

    /// <summary>The examples of the first stage, on the last split that there is, for the label with the most positives.</summary>
    public IReadOnlyList<ExampleCase> Choose()
    {
        // No image of a locked case leaves the lock.
        var pool = pooled.Where(pool => pool.Unit.Control is null && pool.Split != ExternalEvaluation.Split && pool.Unit.Stage == work.Experiment.Stages[0].Name).Last();
        var table = pool.Table;
        if (table.Labels.Count == 0)
            return [];
        var label = Enumerable.Range(0, table.Labels.Count).MaxBy(column => table.Column(column).Targets.Count(target => target > 0));
        var known = Enumerable.Range(0, table.Rows.Count).Where(row => !double.IsNaN(table.Target(row, label)))
            .OrderByDescending(row => Math.Abs(table.Output(row, label) - table.Threshold(row, label))).ToList();
        var kinds = known.GroupBy(row => (Positive: table.Target(row, label) > 0, Called: table.Output(row, label) >= table.Threshold(row, label)));
        var chosen = kinds.SelectMany(kind => kind.DistinctBy(row => table.Rows[row].Subject).Take(Each)).Order();
        var rows = chosen.Select(row => (table.Rows[row].Case, table.Labels[label], table.Target(row, label), table.Output(row, label), table.Threshold(row, label)));
        return Render(pool.Unit, [.. rows]);
    }

    private CheckpointStore FolderOf(UnitId unit) => new(work.Folder.Units.Single(folder => folder.Unit.Id == unit).Path, () => { });

    private List<ExampleCase> Render(UnitId unit, IReadOnlyList<(string Case, string Label, double Target, double Output, double Threshold)> rows)
    {
        var variant = work.VariantOf(unit);
        var pipeline = new UnitRecipes(variant, new FinishedStages(work.Folder, variant), work.Settings).Pipeline(unit, FolderOf(unit), CancellationToken.None);
        var cases = work.DataOf(unit).Cases;
        using var workspace = new SampleWorkspace();
        var examples = new List<ExampleCase>();
        foreach (var (name, label, target, output, threshold) in rows)
        {
            var image = pipeline.Load(cases[name], Phase.Evaluate, epoch: 0, workspace).Image;
            examples.Add(new ExampleCase(name, label, target, output, MiddleSlice(image)) { Threshold = threshold });
            workspace.Reset();
        }

        return examples;
    }

    /// <summary>The first channel as grey levels between its own extremes; of a volume the slice in the middle.</summary>
    private static GrayImage MiddleSlice(Image image)
    {
        var size = image.Width * image.Height;
        var slice = image.Channel(0).Slice(image.Depth / 2 * size, size);
        var low = float.MaxValue;
        var high = float.MinValue;
        foreach (var value in slice)
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return GrayImage.From(slice, image.Width, image.Height, low, high);
    }
}
