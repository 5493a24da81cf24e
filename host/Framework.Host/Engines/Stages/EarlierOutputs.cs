using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>The outputs of earlier units for the cases that somebody asked for, and for no others: what is not in here cannot be read.</summary>
internal sealed class EarlierOutputs : IEarlierOutputs
{
    private readonly string _unit;
    private readonly Dictionary<string, IReadOnlyDictionary<string, IReadOnlyList<StageOutput>>> _ofCases = new(StringComparer.Ordinal);

    private EarlierOutputs(string unit) => _unit = unit;

    /// <summary>Collects outputs.</summary>
    /// <param name="unit">The unit that reads, for messages.</param>
    /// <param name="cases">The cases that it may know of.</param>
    /// <param name="stages">For each stage that it reads: what that stage said, and whose of its cases belong to which of the unit's.</param>
    /// <exception cref="ExperimentException">A stage said nothing of one of the cases.</exception>
    public static EarlierOutputs Collect(string unit, IReadOnlyList<Case> cases, IReadOnlyList<(StageSection Stage, CaseRelation Relation, IReadOnlyDictionary<string, StageOutput> Said)> stages)
    {
        var outputs = new EarlierOutputs(unit);
        foreach (var item in cases)
        {
            var own = new Dictionary<string, IReadOnlyList<StageOutput>>();
            foreach (var (stage, relation, said) in stages)
                own.Add(stage.Name, [.. relation.Of(item).Select(part => said.TryGetValue(part.Id, out var output) ? output : throw Missing(unit, stage, item))]);
            outputs._ofCases.Add(item.Id, own);
        }

        return outputs;
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Of(Case item) => _ofCases.TryGetValue(item.Id, out var own)
        ? own
        : throw new ExperimentException($"{_unit}: what earlier stages said of case '{item.Id}' is not to be had here: the case belongs to another part of the fold.");

    private static ExperimentException Missing(string unit, StageSection stage, Case item) =>
        new($"{unit}: the stage '{stage.Name}' has no output for case '{item.Id}' that a model not fitted on it gave.");
}
