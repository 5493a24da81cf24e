using System.ComponentModel.DataAnnotations;
using Framework.Components.Data.Cache;

namespace Framework.Host.Experiments;

/// <summary>What a unit asks a cluster for. It changes where a run is done and no more than the last digits, and so is no part of an experiment's identity.</summary>
internal sealed record ResourcesSection
{
    /// <summary>Processes that train a unit together, on one node or several, each with the GPUs, processors and memory that are asked for; a unit that only one can fit is done by one.</summary>
    [Range(1, 1024)]
    public int Ranks { get; init; } = 1;

    /// <summary>GPUs, of each rank.</summary>
    [Range(0, 1024)]
    public int Gpus { get; init; }

    /// <summary>Processors, of each rank, which are also its threads.</summary>
    [Range(1, 1024)]
    public int Cpus { get; init; } = 1;

    /// <summary>Memory, of each rank; null for the partition's own default.</summary>
    public ByteSize? Memory { get; init; }

    /// <summary>The longest that one job may take; a unit that takes longer is saved in time, queued again and goes on. Null for the partition's own default.</summary>
    public WallTime? Time { get; init; }

    /// <summary>The partition; null for the cluster's default.</summary>
    public string? Partition { get; init; }

    /// <summary>What is said of ranks that are asked for where nobody is there to share with.</summary>
    /// <param name="file">The experiment.</param>
    /// <param name="who">Trains each unit alone.</param>
    public string AloneHint(string file, string who) =>
        $"{file}: 'resources' asks for {Ranks} ranks, which a cluster gives; here {who} trains each unit. `framework run {file} --ranks {Ranks}` trains a unit in several processes of this machine.";
}
