using Framework.Components.Evaluation.Intervals;

namespace Framework.Components.Evaluation;

/// <summary>One point of a reliability diagram.</summary>
/// <param name="MeanOutput">Mean output of its cases.</param>
/// <param name="Share">Share of positives among them.</param>
/// <param name="Interval">Interval around the share.</param>
/// <param name="Count">How many cases.</param>
public sealed record ReliabilityBin(double MeanOutput, double Share, Interval Interval, int Count);
