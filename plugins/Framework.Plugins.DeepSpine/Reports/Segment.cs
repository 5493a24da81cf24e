namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>The part of a sentence that speaks of one group of discs.</summary>
/// <param name="Discs">The discs; null where the sentence names none, so that those of the sentence before hold.</param>
/// <param name="Tokens">Its words, without levels.</param>
internal sealed record Segment(LevelGroup? Discs, IReadOnlyList<Token> Tokens);
