using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Decisions;

/// <summary>What the folds and repeats of stages with an <c>ensemble</c> say together, at every level.</summary>
internal sealed class EnsembleTables
{
    private readonly Dictionary<(string Stage, string? Control, string? Variant, string Split, string At), Predictions> _tables = [];

    /// <summary>Fits what is not fitted yet, keeps it in the run's folder, and joins.</summary>
    /// <param name="work">The run.</param>
    /// <param name="tables">Those of all finished units.</param>
    public EnsembleTables(RunWork work, IReadOnlyList<UnitTable> tables)
    {
        if (!work.Variants.SelectMany(variant => variant.Experiment.Stages).Any(stage => stage.Ensemble is not null))
            return;
        var (kept, fitted) = (work.Folder.Ensembles, new List<FrozenEnsemble>());
        foreach (var variant in work.Variants)
        {
            foreach (var stage in variant.Experiment.Stages.Where(stage => stage.Ensemble is not null))
            {
                var own = tables.Where(table => table.At == LevelTables.Case && table.Unit.Unit.Id is { HeldOut: null } id && id.Stage == stage.Name && id.Variant == variant.Experiment.Variant);
                foreach (var group in own.GroupBy(table => table.Unit.Unit.Id.Control))
                    fitted.Add(Join(variant, stage, group.Key, [.. group], kept));
            }
        }

        work.Folder.Ensembles = fitted;
    }

    /// <summary>One row a case, or what cases are joined into; null where the stage has no ensemble.</summary>
    public Predictions? Of(UnitId unit, string split, string at) => _tables.GetValueOrDefault((unit.Stage, unit.Control, unit.Variant, split, at));

    private FrozenEnsemble Join(PreparedExperiment variant, StageSection stage, string? control, IReadOnlyList<UnitTable> tables, IReadOnlyList<FrozenEnsemble> kept)
    {
        var validation = tables.Where(table => table.Split == PreparedData.Evaluated[0].Name).Select(table => (table.Unit, table.Table)).ToList();
        var fitting = new EnsembleFitting(variant.Experiment, stage, variant.Data.Of(stage).Split);
        var frozen = fitting.Of(validation, kept.FirstOrDefault(other => other.IsOf(stage.Name, control, variant.Experiment.Variant)));
        var rule = new EnsembleRule(stage, variant.Experiment.Levels, frozen);
        foreach (var split in tables.GroupBy(table => table.Split))
        {
            foreach (var (at, table) in rule.Join(split.ToDictionary(table => table.Unit.Unit.Name, table => table.Table)))
                _tables.Add((stage.Name, control, variant.Experiment.Variant, split.Key, at), table);
        }

        return frozen;
    }
}
