namespace Framework.Components.Evaluation;

/// <summary>Options of metrics that have nothing else to say.</summary>
public sealed record FigureOptions : MetricOptions;
