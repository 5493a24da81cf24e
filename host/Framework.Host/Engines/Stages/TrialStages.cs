using Framework.Host.Planning;

namespace Framework.Host.Engines.Stages;

/// <summary>Stages that have not run yet, for trying those that read them.</summary>
internal sealed class TrialStages(PreparedExperiment prepared) : IStageReader
{
    /// <inheritdoc />
    public IEarlierOutputs ForFitting(UnitId id, UnitCases cases) => new TrialOutputs(prepared, id.Stage);

    /// <inheritdoc />
    public IEarlierOutputs ForPredicting(UnitId id, UnitCases cases) => new TrialOutputs(prepared, id.Stage);
}
