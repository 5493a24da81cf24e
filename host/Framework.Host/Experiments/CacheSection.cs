using Framework.Components.Data.Cache;

namespace Framework.Host.Experiments;

/// <summary>Keeping prepared samples between epochs and runs. It changes how fast a run is and nothing else, and so is no part of an experiment's identity.</summary>
internal sealed record CacheSection
{
    /// <summary>The most that is kept; 0 B keeps nothing.</summary>
    public ByteSize Size { get; init; } = new(50_000_000_000);

    /// <summary>The folder; null for the machine's or the store's own.</summary>
    public string? Folder { get; init; }
}
