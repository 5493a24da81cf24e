namespace Framework.Sdk;

/// <summary>A process's place among those that train one unit together.</summary>
/// <param name="Rank">From 0. Rank 0 owns the unit: it writes its log and checkpoints and evaluates it; the others take part in the training steps and write nothing.</param>
/// <param name="Size">How many there are, at least 1.</param>
/// <param name="Store">Where they meet: <c>host:port</c> of a <c>RendezvousStore</c> that is served already.</param>
/// <param name="Key">What keys of this attempt at this unit begin with in the store; never used before.</param>
public sealed record RankPlace(int Rank, int Size, string Store, string Key);
