using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>Gives a unit what the stages that it reads said, and of which cases it may know that.</summary>
internal interface IStageReader
{
    /// <summary>For fitting and selecting: outputs of models that were not fitted on the cases, and nothing of the test part.</summary>
    /// <param name="id">The unit that reads.</param>
    /// <param name="cases">Its cases.</param>
    IEarlierOutputs ForFitting(UnitId id, UnitCases cases);

    /// <summary>For predicting what the unit was not fitted on.</summary>
    /// <param name="id">The unit that reads.</param>
    /// <param name="cases">Its cases.</param>
    IEarlierOutputs ForPredicting(UnitId id, UnitCases cases);

    /// <summary>What the unit that another goes on from left, and which it is; null for one that begins by itself.</summary>
    /// <param name="id">The unit that goes on.</param>
    (ICheckpointStore Files, string Words)? Start(UnitId id);
}
