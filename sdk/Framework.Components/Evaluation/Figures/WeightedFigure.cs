namespace Framework.Components.Evaluation.Figures;

/// <summary>One figure of a cohort in which each unit counts a number of times; NaN where it is not defined.</summary>
/// <remarks>Several threads call it at once. Counting rows several times is a resampled cohort without copying or sorting it again.</remarks>
/// <param name="times">How often each unit of the cohort counts.</param>
internal delegate double WeightedFigure(ReadOnlySpan<int> times);
