namespace Framework.Sdk;

/// <summary>How far a unit is.</summary>
/// <param name="Step">Steps finished.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Epoch">From 0.</param>
/// <param name="Loss">Loss of the last step, or the mean over the epoch so far.</param>
/// <param name="CasesPerSecond">Throughput of this process.</param>
public sealed record TrainingProgress(long Step, long Steps, int Epoch, double Loss, double CasesPerSecond);
