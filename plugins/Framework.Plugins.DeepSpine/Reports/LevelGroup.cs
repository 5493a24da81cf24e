namespace Framework.Plugins.DeepSpine.Reports;

/// <summary>Discs that a sentence speaks of together.</summary>
/// <param name="Discs">0 (L1-L2) to 4 (L5-S1); empty for levels outside, and for words such as "multilevel" that do not say which.</param>
/// <param name="Reach">How particular the words are.</param>
internal sealed record LevelGroup(IReadOnlyList<int> Discs, Reach Reach)
{
    /// <summary>Nothing that is known.</summary>
    public static LevelGroup None { get; } = new([], Reach.Named);

    /// <summary>Every lumbar disc.</summary>
    public static LevelGroup All(Reach reach) => new([.. Enumerable.Range(0, DiscLevel.Count)], reach);
}
