using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>What the stages that a unit reads said of cases.</summary>
internal interface IEarlierOutputs
{
    /// <summary>What they said of one case, by stage, in the order in which they are read.</summary>
    /// <param name="item">A case of the unit that reads.</param>
    /// <exception cref="ExperimentException">Nothing of that case may be known here.</exception>
    IReadOnlyDictionary<string, IReadOnlyList<StageOutput>> Of(Case item);
}
