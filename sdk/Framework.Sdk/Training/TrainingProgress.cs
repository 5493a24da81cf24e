namespace Framework.Sdk;

/// <summary>How far a unit is.</summary>
/// <param name="Step">Steps finished.</param>
/// <param name="Steps">Steps in all, if the unit does not stop early.</param>
/// <param name="Epoch">From 0.</param>
/// <param name="Loss">Loss of the last step, or the mean over the epoch so far.</param>
/// <param name="CasesPerSecond">Throughput of this process.</param>
/// <param name="LearningRate">Of the last step; null where the trainer has none.</param>
public sealed record TrainingProgress(long Step, long Steps, int Epoch, double Loss, double CasesPerSecond, double? LearningRate = null);
