namespace Framework.Host.Ranks;

/// <summary>What rank 0 reaches the others by.</summary>
/// <param name="Store">Words that all can read.</param>
/// <param name="Address">Where it is, <c>host:port</c>.</param>
/// <param name="Followers">The others where this process starts them; null where somebody else did.</param>
internal sealed record RankPorts(IRankStore Store, string Address, LocalFollowers? Followers);
