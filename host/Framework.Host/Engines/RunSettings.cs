using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>How a run is executed; nothing here changes what it computes.</summary>
internal sealed record RunSettings
{
    /// <summary>Where the network runs.</summary>
    public required torch.Device Device { get; init; }

    /// <summary>Loader threads, at least 1.</summary>
    public int LoaderThreads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to begin a run of its own and to compute everything in it.</summary>
    public bool Fresh { get; init; }

    /// <summary>What was called, for the provenance.</summary>
    public required string CommandLine { get; init; }
}
