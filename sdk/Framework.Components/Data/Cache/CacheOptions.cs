namespace Framework.Components.Data.Cache;

/// <summary>Where prepared samples are kept, and how many.</summary>
public sealed record CacheOptions
{
    /// <summary>The folder. Several processes may use it at once.</summary>
    public required string Folder { get; init; }

    /// <summary>The most that it may hold; what was not used for the longest time makes room.</summary>
    public required ByteSize Size { get; init; }
}
