namespace Framework.Components.Reporting;

/// <summary>A figure that a publication reports.</summary>
/// <param name="Metric">Name of the metric here: <c>auroc</c>.</param>
/// <param name="Label">The label; null for a figure over all.</param>
/// <param name="Value">The figure.</param>
/// <param name="Note">Where it stands, or what differs.</param>
public sealed record PublishedScore(string Metric, string? Label, double Value, string Note);
