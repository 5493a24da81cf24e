namespace Framework.Sdk;

/// <summary>What a case is loaded for: random transforms differ between moments.</summary>
/// <param name="Phase">Which transforms apply.</param>
/// <param name="Epoch">From 0.</param>
/// <param name="Repetition">How often the epoch has shown the case before, from 0.</param>
public readonly record struct SampleMoment(Phase Phase, int Epoch = 0, int Repetition = 0);
