namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>What one sentence says of one condition at one disc.</summary>
/// <param name="Level">The disc, 0 (L1-L2) to 4 (L5-S1).</param>
/// <param name="Condition">The condition.</param>
/// <param name="Value">Its grade, or 1 and 0 for present and absent; null where it is named but not decided.</param>
/// <param name="Reach">How particular the sentence is about the disc.</param>
/// <param name="Sentence">The evidence.</param>
public sealed record Said(int Level, Condition Condition, int? Value, Reach Reach, string Sentence);
