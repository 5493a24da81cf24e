namespace Framework.Components.Data.Cache;

/// <summary>What a cache folder holds.</summary>
/// <param name="Samples">Kept samples.</param>
/// <param name="Bytes">Their size on the disk.</param>
/// <param name="OldestUse">When the one that would go first was last used; null where there is none.</param>
public sealed record CacheStatistics(long Samples, ByteSize Bytes, DateTimeOffset? OldestUse);
