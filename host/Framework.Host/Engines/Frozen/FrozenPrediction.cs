using Framework.Components.Data.Findings;
using Framework.Host.Engines.Decisions;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>
/// Predicts with frozen units, each after the units of the same fold and repeat that it reads: what these say of the cases goes into it as it did in the run, and
/// each is asked once.
/// </summary>
/// <param name="model">The frozen model.</param>
/// <param name="data">Whom to predict.</param>
/// <param name="folderOf">Where a unit's label maps go.</param>
/// <param name="settings">Where, and on how many threads.</param>
internal sealed class FrozenPrediction(FrozenModel model, FrozenData data, Func<UnitFolder, string> folderOf, RunSettings settings)
{
    private readonly Dictionary<string, Dictionary<string, StageOutput>> _said = [];

    /// <summary>Predicts all cases of a unit's stage.</summary>
    public (Predictions Table, DecisionRule Rule) Of(UnitFolder unit, CancellationToken cancellation) => Of(unit, data.Of(model.StageOf(unit)).Cases, cancellation);

    /// <summary>The outputs as the network gives them, with what it found, and what they mean.</summary>
    /// <param name="unit">One of the model's.</param>
    /// <param name="cases">Cases of its stage.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FrameworkException">A file is missing, or the cases of two stages cannot be told to belong together.</exception>
    public (Predictions Table, DecisionRule Rule) Of(UnitFolder unit, IReadOnlyList<Case> cases, CancellationToken cancellation)
    {
        var stage = model.StageOf(unit);
        var source = data.Of(stage).Source;
        if (stage.Reads.Count > 0)
            source = new StagedSource(source, Earlier(unit, stage, cases, cancellation), stage.Input);
        var masks = new MaskFolder(folderOf(unit));
        using var own = new UnitModel(model, unit, source, data.HasTruths, masks, settings);
        var table = own.Predict(cases, cancellation);
        if (!_said.TryGetValue(unit.Unit.Name, out var said))
            _said.Add(unit.Unit.Name, said = new Dictionary<string, StageOutput>(StringComparer.Ordinal));
        foreach (var (name, output) in SaidOfCases.Of(table, masks, cases.ToDictionary(item => item.Id)))
            said[name] = output;
        return (table, own.Rule);
    }

    private EarlierOutputs Earlier(UnitFolder unit, StageSection stage, IReadOnlyList<Case> cases, CancellationToken cancellation)
    {
        var reads = new List<(StageSection, CaseRelation, IReadOnlyDictionary<string, StageOutput>)>();
        foreach (var name in stage.Reads)
        {
            var read = model.Experiment.Stages.Single(other => other.Name == name);
            var relation = CaseRelation.Between(read, stage, own => data.Of(own).Cases);
            reads.Add((read, relation, Said(model.Read(unit, name), [.. cases.SelectMany(relation.Of).DistinctBy(item => item.Id)], cancellation)));
        }

        return EarlierOutputs.Collect(unit.Unit.Name, cases, reads);
    }

    private Dictionary<string, StageOutput> Said(UnitFolder unit, IReadOnlyList<Case> cases, CancellationToken cancellation)
    {
        Case[] missing = _said.TryGetValue(unit.Unit.Name, out var known) ? [.. cases.Where(item => !known.ContainsKey(item.Id))] : [.. cases];
        if (missing.Length > 0)
            Of(unit, missing, cancellation);
        return _said[unit.Unit.Name];
    }
}
