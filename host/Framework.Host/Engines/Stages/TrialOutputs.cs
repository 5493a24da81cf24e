using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>Stands in for earlier stages before they have run, so that a stage that reads them can be tried: one half for every label, nothing found.</summary>
internal sealed class TrialOutputs(PreparedExperiment prepared, string stage) : IEarlierOutputs
{
    private readonly List<(string Stage, CaseRelation Relation, IReadOnlyList<string> Labels)> _reads =
    [
        .. from own in prepared.Experiment.Stages
           where own.Name == stage
           from name in own.Reads
           let read = prepared.Experiment.Stages.Single(other => other.Name == name)
           select (name, CaseRelation.Between(read, own, prepared.Data), prepared.Data.Of(read).Index.Labels),
    ];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Of(Case item) => _reads.ToDictionary(
        read => read.Stage,
        read => (IReadOnlyList<StageOutput>)[.. read.Relation.Of(item).Select(part => new StageOutput
        {
            Case = part,
            Labels = read.Labels,
            Outputs = [.. read.Labels.Select(_ => 0.5)],
        })]);
}
