namespace Framework.Host.Experiments.Stages;

/// <summary>What a stage is shown of a case.</summary>
internal enum StageInput
{
    /// <summary>The case as its data source loads it, with what earlier stages said of it.</summary>
    Case,

    /// <summary>The outputs of the stages that it reads, as one vector of values; nothing is loaded.</summary>
    Outputs,

    /// <summary>The feature vectors behind those outputs, in the same way; the stages that it reads keep them.</summary>
    Features,
}
