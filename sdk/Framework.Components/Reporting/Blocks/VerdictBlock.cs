namespace Framework.Components.Reporting.Blocks;

/// <summary>Something that was checked, and how it ended: a failed one is red.</summary>
/// <param name="Subject">What was checked: <c>permuted-labels</c>.</param>
/// <param name="Passed">How it ended; null where it could not be told.</param>
/// <param name="Text">What was expected and what was found, in a sentence.</param>
public sealed record VerdictBlock(string Subject, bool? Passed, string Text) : ReportBlock;
