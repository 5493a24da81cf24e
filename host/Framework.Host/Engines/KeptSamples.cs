using Framework.Components.Data.Cache;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>The data of a run with the cache of prepared samples before it, where the experiment has one.</summary>
internal sealed class KeptSamples : IDisposable
{
    private readonly SampleCache? _cache;

    private KeptSamples(SampleCache? cache, IReadOnlyList<PreparedExperiment> variants) => (_cache, Variants) = (cache, variants);

    /// <summary>The experiment, or each of its variants, on data that go through the cache.</summary>
    public IReadOnlyList<PreparedExperiment> Variants { get; }

    /// <summary>Opens the cache that the experiment asks for.</summary>
    public static KeptSamples Before(IReadOnlyList<PreparedExperiment> variants, ComponentCatalogue catalogue, RunStore store, (IRunScreen Screen, TimeProvider Time) told)
    {
        var experiment = variants[0].Experiment;
        var sources = variants.SelectMany(variant => variant.Data.Own.Values.Prepend(variant.Data)).Select(data => data.Source);
        if (experiment.Cache.Size.Bytes == 0 || !sources.Any(source => source is ICaseFiles))
            return new KeptSamples(null, variants);
        var options = new CacheOptions { Folder = CachePlace.Of(experiment.Cache, store), Size = experiment.Cache.Size };
        told.Screen.Line($"prepared samples are kept in {options.Folder}, at most {options.Size}");
        var cache = new SampleCache(options, told.Time, told.Screen.Warn);
        return new KeptSamples(cache, [.. variants.Select(variant => With(new HeadCaches(catalogue, variant.Experiment, cache), variant))]);
    }

    /// <inheritdoc />
    public void Dispose() => _cache?.Dispose();

    private static PreparedExperiment With(HeadCaches caches, PreparedExperiment variant) => variant with
    {
        Data = variant.Data with { Caches = caches, Own = variant.Data.Own.ToDictionary(own => own.Key, own => own.Value with { Caches = caches }) },
    };
}
