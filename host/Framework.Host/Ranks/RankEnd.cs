namespace Framework.Host.Ranks;

/// <summary>There is no more to do.</summary>
/// <param name="Code">What every rank ends with.</param>
/// <param name="Message">What went wrong; null where nothing did.</param>
internal sealed record RankEnd(int Code, string? Message);
