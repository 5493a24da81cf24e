namespace Framework.Components.Evaluation;

/// <summary>One figure from the targets and outputs of one label; NaN where it is not defined.</summary>
internal delegate double LabelScore(ReadOnlySpan<double> targets, ReadOnlySpan<double> outputs);
