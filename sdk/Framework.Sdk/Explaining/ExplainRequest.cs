namespace Framework.Sdk;

/// <summary>What a map is asked for.</summary>
/// <param name="Label">Position among the labels.</param>
/// <param name="Random">The case's stream for this map.</param>
/// <param name="Cancellation">Stops the work.</param>
public sealed record ExplainRequest(int Label, RandomStream Random, CancellationToken Cancellation = default);
