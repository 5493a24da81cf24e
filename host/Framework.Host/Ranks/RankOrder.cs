namespace Framework.Host.Ranks;

/// <summary>One unit that all ranks train together.</summary>
/// <param name="Number">From 1; each is another attempt at something.</param>
/// <param name="Run">The run folder's full path.</param>
/// <param name="Mark">What stands in the mark that rank 0 left there.</param>
/// <param name="Unit">The unit's name.</param>
/// <param name="Store">Where the store of the trainers is, <c>host:port</c>.</param>
/// <param name="Key">The beginning of their keys in it.</param>
/// <param name="Builds">What rank 0 is made of.</param>
internal sealed record RankOrder(int Number, string Run, string Mark, string Unit, string Store, string Key, IReadOnlyList<string> Builds);
