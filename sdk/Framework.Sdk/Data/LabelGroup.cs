namespace Framework.Sdk;

/// <summary>Labels that are the classes of one question: in each case exactly one of them is 1, or all are missing.</summary>
/// <param name="Name">The question: <c>canal-stenosis</c>.</param>
/// <param name="Labels">Its classes as names of labels, at least two; where they are ordered, from least to most.</param>
/// <param name="IsOrdered">Whether the classes are grades, so that a miss by one is less than a miss by two.</param>
public sealed record LabelGroup(string Name, IReadOnlyList<string> Labels, bool IsOrdered = false);
