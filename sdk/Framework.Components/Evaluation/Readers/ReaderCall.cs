namespace Framework.Components.Evaluation.Readers;

/// <summary>What a person said of a case.</summary>
/// <param name="Case">The case, or what cases were joined into.</param>
/// <param name="Reader">Who.</param>
/// <param name="Condition">How it was read, such as <c>unassisted</c> or <c>assisted</c>; empty where there is one way only.</param>
/// <param name="Calls">1 for present and 0 for absent, one for each label of the predictions; NaN where the reader said nothing.</param>
public sealed record ReaderCall(string Case, string Reader, string Condition, IReadOnlyList<double> Calls);
