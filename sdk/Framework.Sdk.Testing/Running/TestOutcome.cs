using Framework.Sdk;

namespace Framework.Sdk.Testing;

/// <summary>What came of a <see cref="TestExperiment"/>.</summary>
/// <param name="Index">What the source knows of its cases.</param>
/// <param name="Split">Who was for what.</param>
/// <param name="Predictions">Of the test part.</param>
/// <param name="Values">Of the test part, metric by metric.</param>
/// <param name="Events">What the trainer logged.</param>
/// <param name="Checkpoints">What the trainer saved.</param>
public sealed record TestOutcome(
    DataIndex Index, CaseSplit Split, Predictions Predictions, IReadOnlyList<MetricValue> Values, IReadOnlyList<TrainingEvent> Events, MemoryCheckpoints Checkpoints)
{
    /// <summary>The figure of a metric.</summary>
    /// <param name="metric">Its name, such as <c>auroc</c>.</param>
    /// <param name="label">The label; null for the figure over all.</param>
    /// <exception cref="KeyNotFoundException">There is none; the message lists those there are.</exception>
    public double Value(string metric, string? label = null) => Values.FirstOrDefault(value => value.Name == metric && value.Label == label)?.Value
        ?? throw new KeyNotFoundException($"there is no '{metric}' of '{label ?? "all"}'; there are {string.Join(", ", Values.Select(value => $"'{value.Name}' of '{value.Label ?? "all"}'"))}");
}
