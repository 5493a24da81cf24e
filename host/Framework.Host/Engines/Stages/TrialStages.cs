using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>Stages that have not run yet, for trying those that read them.</summary>
internal sealed class TrialStages(PreparedExperiment prepared, RunSettings settings) : IStageReader
{
    /// <inheritdoc />
    public IEarlierOutputs ForFitting(UnitId id, UnitCases cases) => Outputs(id);

    /// <inheritdoc />
    public IEarlierOutputs ForPredicting(UnitId id, UnitCases cases) => Outputs(id);

    /// <inheritdoc />
    public (ICheckpointStore Files, string Words)? Start(UnitId id) => null; // nothing has been fitted yet

    private TrialOutputs Outputs(UnitId id) => new(
        prepared, id.Stage, read => new UnitRecipes(prepared, this, settings).Make(id.Of(read.Name) with { Control = null }, NoCheckpoints.Instance, NoLog.Instance, CancellationToken.None).Context);
}
