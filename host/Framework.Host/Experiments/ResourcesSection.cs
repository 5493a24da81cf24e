using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Cache;

namespace Framework.Host.Experiments;

/// <summary>What a unit asks a cluster for. It changes where a run is done and nothing else, and so is no part of an experiment's identity.</summary>
internal sealed record ResourcesSection
{
    /// <summary>GPUs.</summary>
    [Range(0, 1024)]
    public int Gpus { get; init; }

    /// <summary>Processors, which are also the unit's threads.</summary>
    [Range(1, 1024)]
    public int Cpus { get; init; } = 1;

    /// <summary>Memory; null for the partition's own default.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>The longest that one job may take; a unit that takes longer is saved in time, queued again and goes on. Null for the partition's own default.</summary>
    public WallTime? Time { get; init; }

    /// <summary>The partition; null for the cluster's default.</summary>
    public string? Partition { get; init; }
}
