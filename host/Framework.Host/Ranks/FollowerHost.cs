using Framework.Host.Engines;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Runs;

namespace Framework.Host.Ranks;

/// <summary>What a following process is.</summary>
/// <param name="Catalogue">Its components.</param>
/// <param name="Load">Loads an experiment.</param>
/// <param name="Store">Its runs, which are rank 0's.</param>
/// <param name="Screen">Shows what it does.</param>
/// <param name="Time">The clock.</param>
internal sealed record FollowerHost(ComponentCatalogue Catalogue, Func<string, Experiment> Load, RunStore Store, IRunScreen Screen, TimeProvider Time)
{
    /// <summary>The hash of the experiment that the command line names; null where it names a run.</summary>
    public string? Hash { get; init; }
}
