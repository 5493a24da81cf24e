using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>
/// Stands in for earlier stages before they have run, so that a stage that reads them can be tried: one half for every label; what there is in truth in the place of
/// what is found, and nothing where that is not known.
/// </summary>
/// <param name="prepared">The experiment.</param>
/// <param name="stage">The stage that reads.</param>
/// <param name="contextOf">What the trainer of a stage that is read would get.</param>
internal sealed class TrialOutputs(PreparedExperiment prepared, string stage, Func<StageSection, TrainingContext> contextOf) : IEarlierOutputs
{
    private readonly List<Read> _reads =
    [
        .. from own in prepared.Experiment.Stages
           where own.Name == stage
           from name in own.Reads
           let read = prepared.Experiment.Stages.Single(other => other.Name == name)
           select new Read(read, CaseRelation.Between(read, own, one => prepared.Data.Of(one).Split.Reachable), prepared.Data.Of(read).Index.Labels, new Lazy<TrainingContext>(() => contextOf(read))),
    ];

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Of(Case item) =>
        _reads.ToDictionary(read => read.Stage.Name, read => (IReadOnlyList<StageOutput>)[.. read.Relation.Of(item).Select(read.Said)]);

    private sealed record Read(StageSection Stage, CaseRelation Relation, IReadOnlyList<string> Labels, Lazy<TrainingContext> Context)
    {
        public StageOutput Said(Case item)
        {
            using var workspace = new SampleWorkspace();
            var found = Find(item, workspace);
            return StageOutput.Of(item, Labels, [.. Labels.Select(_ => 0.5)], found?.Findings, found?.Mask is null ? null : own => Find(item, own)!.Value.Mask!) with { Features = Features.Value };
        }

        private Lazy<float[]> Features { get; } = new(() => new float[Stage.Trainer.Instance.FeatureCount(Context.Value)]);

        private (CaseFindings Findings, Image? Mask)? Find(Case item, SampleWorkspace workspace) => Stage.Trainer.Instance.StandIn(Context.Value, item, workspace);
    }
}
