using Framework.Components.Explaining;
using Framework.Host.Engines;
using Framework.Host.Engines.External;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Explaining;

/// <summary>The maps of one variant's networks: each case is explained by the networks that predicted it, and compared with the other folds'.</summary>
internal sealed class VariantMaps(RunWork work, PreparedExperiment variant, Evaluation evaluation)
{
    private readonly UnitRecipes _recipes = new(variant, new FinishedStages(work.Folder, variant), work.Settings);
    private readonly Dictionary<string, SamplePipeline> _pipelines = new(StringComparer.Ordinal);

    /// <summary>The maps that one entry of <c>explain</c> asks for.</summary>
    /// <exception cref="FrameworkException">A network cannot be explained, or a file not be written.</exception>
    public List<MapEntry> Make(int number, ExplainSection section, IProgress<Advance> progress, CancellationToken cancellation)
    {
        var pool = PoolOf(section);
        var label = ChosenCases.LabelOf(section, pool.Table.Labels, column => pool.Table.Column(column).Targets.Count(target => target > 0.5));
        var rows = ChosenCases.Of(pool.Table, label, section.Cases, new RandomStream(variant.Experiment.Seed), DataOf(section).Cases);
        var units = work.Folder.Units.Where(unit => IsExplained(unit.Unit.Id, section)).ToList();
        using var scope = torch.NewDisposeScope();
        var maps = new MapsOfCases(rows.Count);
        // Told of each map, which may take minutes: whoever waits for this process sees that it does not hang.
        var compared = units.Count > 1 ? Math.Min(section.Limits.Take, rows.Count) : 0;
        var (made, total) = (0, rows.Count + (compared * (units.Count - 1)));
        foreach (var unit in units)
        {
            using var explained = ExplainedUnit.Open(section, unit, _recipes, cancellation);
            foreach (var own in rows.Index().Where(row => UnitOf(pool.Table.Rows[row.Item], units) == unit))
            {
                maps.SetOwn(own.Index, Own(number, section, (own.Index, own.Item, label), pool, unit, explained));
                progress.Report(new Advance(++made, total, unit.Unit.Name));
            }
        }

        foreach (var unit in units.Where(_ => compared > 0))
        {
            using var explained = ExplainedUnit.Open(section, unit, _recipes, cancellation);
            foreach (var other in rows.Index().Take(compared).Where(row => UnitOf(pool.Table.Rows[row.Item], units) != unit))
            {
                maps.Compare(other.Index, () => MapOf(explained, PipelineOf(section, UnitOf(pool.Table.Rows[other.Item], units), cancellation), DataOf(section).Cases[pool.Table.Rows[other.Item].Case], label));
                progress.Report(new Advance(++made, total, $"{unit.Unit.Name}, compared"));
            }
        }

        return maps.Entries();
    }

    private (MapEntry Entry, torch.Tensor Map, MapSimilarity? Randomised) Own(
        int number, ExplainSection section, (int At, int Row, int Label) chosen, (UnitId Unit, string Split, Predictions Table) pool, UnitFolder unit, ExplainedUnit explained)
    {
        using var workspace = new SampleWorkspace();
        var item = DataOf(section).Cases[pool.Table.Rows[chosen.Row].Case];
        var (seen, scan) = (explained.Load(item, workspace), explained.LoadScan(item, workspace));
        var map = explained.Map(seen, chosen.Label);
        var values = map.contiguous().data<float>().ToArray();
        var name = MapFiles.NameOf($"{section.Explainer.Name}-{number + 1}", chosen.At, item.Id);
        var (file, picture) = MapFiles.Write(work.Folder, unit, name, seen, scan, values, workspace);
        var peak = section.Inside is { } inside && seen.Images.FirstOrDefault(image => image.Name == inside.Image).Image is { } marked ? PointingGame.Of(values, marked.Channel(0), seen.Image) : null;
        var target = pool.Table.Target(chosen.Row, chosen.Label);
        var entry = new MapEntry
        {
            Explainer = number,
            Name = section.Explainer.Name,
            Stage = section.Stage,
            Variant = variant.Experiment.Variant,
            Unit = unit.Unit.Name,
            Split = pool.Split,
            Case = item.Id,
            Label = pool.Table.Labels[chosen.Label],
            Target = double.IsNaN(target) ? null : target,
            Output = pool.Table.Output(chosen.Row, chosen.Label),
            File = file,
            Picture = picture,
            PeakInside = peak?.IsHit,
            PeakChance = peak is null || double.IsNaN(peak.Chance) ? null : peak.Chance,
        };
        return (entry, map, chosen.At < section.Limits.Take ? Randomised(explained, seen, chosen.Label, map) : null);
    }

    private static MapSimilarity Randomised(ExplainedUnit explained, Sample seen, int label, torch.Tensor map)
    {
        using var shuffled = explained.Shuffle();
        using var without = explained.Map(seen, label);
        return MapSimilarity.Of(map, without);
    }

    private static torch.Tensor MapOf(ExplainedUnit explained, SamplePipeline? own, Case item, int label)
    {
        using var workspace = new SampleWorkspace();
        return explained.Map(own?.Load(item, Phase.Evaluate, epoch: 0, workspace) ?? explained.Load(item, workspace), label);
    }

    // What earlier stages said of a case is known where it is predicted, and nowhere else: the network of another fold is shown what the case's own one saw. Null for a stage that reads none.
    private SamplePipeline? PipelineOf(ExplainSection section, UnitFolder own, CancellationToken cancellation) =>
        StageOf(section).Reads.Count == 0 ? null
        : _pipelines.TryGetValue(own.Unit.Name, out var known) ? known
        : _pipelines[own.Unit.Name] = _recipes.Pipeline(own.Unit.Id, new CheckpointStore(own.Path, () => { }), cancellation);

    // Of cross-fitted units those are explained that saw all of the training part.
    private bool IsExplained(UnitId unit, ExplainSection section) =>
        unit.Stage == section.Stage && unit is { Control: null, HeldOut: null } && unit.Variant == variant.Experiment.Variant;

    private PreparedData DataOf(ExplainSection section) => variant.Data.Of(StageOf(section));

    private StageSection StageOf(ExplainSection section) => variant.Experiment.Stages.Single(stage => stage.Name == section.Stage);

    private UnitFolder UnitOf(PredictedCase row, IReadOnlyList<UnitFolder> units) =>
        units.First(unit => variant.Data.Split.Number(unit.Unit.Id.Fold, unit.Unit.Id.Repeat) == row.Fold);

    private (UnitId Unit, string Split, Predictions Table) PoolOf(ExplainSection section)
    {
        var pools = evaluation.Pooled.Where(pool => pool.Split != ExternalEvaluation.Split && IsExplained(pool.Unit, section)).ToList();
        var split = section.Cases.Part?.ToString().ToLowerInvariant() ?? pools[^1].Split;
        var found = pools.FindIndex(pool => pool.Split == split);
        return found >= 0
            ? (pools[found].Unit, split, pools[found].Table)
            : throw new ExperimentException($"'explain' asks for cases of the part '{split}', and the split leaves none there. Use 'part: {pools[^1].Split}'.");
    }
}
