using Framework.Components.Evaluation.Comparison;

namespace Framework.Components.Evaluation.Readers;

/// <summary>One reader under two conditions on the same cases.</summary>
/// <param name="Reader">Who.</param>
/// <param name="From">The first condition in the order of the table, such as <c>unassisted</c>.</param>
/// <param name="To">Another condition, such as <c>assisted</c>.</param>
/// <param name="Accuracy">The share of right calls: first <paramref name="To"/>, second <paramref name="From"/>, with McNemar's test.</param>
public sealed record ReaderChange(string Reader, string From, string To, ComparisonResult Accuracy);
