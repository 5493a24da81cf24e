using Framework.Host.Engines;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Ranks;

/// <summary>A run of rank 0 as another rank prepares it: the same plan on the same data, or an error.</summary>
internal sealed class FollowedRun : IDisposable
{
    private readonly RunFolder _folder;
    private readonly KeptSamples _samples;
    private readonly RunSettings _settings;

    private FollowedRun(RunFolder folder, KeptSamples samples, RunSettings settings) => (_folder, _samples, _settings) = (folder, samples, settings);

    /// <summary>Its folder.</summary>
    public string Path => _folder.Path;

    /// <summary>Reads and checks everything that must be as rank 0 has it.</summary>
    /// <param name="order">What rank 0 says.</param>
    /// <param name="host">What this process is.</param>
    /// <param name="settings">How this rank computes.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="FrameworkException">Something is otherwise here, or cannot be read.</exception>
    public static FollowedRun Open(RankOrder order, FollowerHost host, RunSettings settings, CancellationToken cancellation)
    {
        RunMark.Find(order.Run, order.Mark, host.Time);
        var folder = RunFolder.TryOpen(order.Run) ?? throw new ExperimentException($"{order.Run}: its plan cannot be read here. All ranks must see the runs at the same path: put --runs on a file system that all machines share.");
        if (host.Hash is { } hash && hash != folder.Plan.Hash)
            throw new ExperimentException($"{folder.Path}: the experiment's file, its variables or --set say something else here than where rank 0 is. Give all ranks the same file, words and environment.");
        var experiment = host.Load(folder.ExperimentFile);
        if (ProgramBuilds.Difference(order.Builds, ProgramBuilds.Of(host.Catalogue, experiment)) is { } difference)
            throw new ExperimentException(difference);
        var variants = new DataPreparation(host.Store, host.Screen).PrepareAll(experiment, cancellation);
        if (!new Planner(host.Catalogue).Make(variants).Matches(folder.Plan))
            throw new ExperimentException($"{folder.Path}: the data or the components are others here than where rank 0 is. Let all ranks read the same data.");
        return new FollowedRun(folder, KeptSamples.Before(variants, host.Catalogue, host.Store, (host.Screen, host.Time)), settings);
    }

    /// <summary>The work of a unit, which reads rank 0's files and writes none.</summary>
    /// <exception cref="FrameworkException">It cannot be made here.</exception>
    public UnitWork Make(string name, CancellationToken cancellation)
    {
        var unit = _folder.Units.Single(unit => unit.Unit.Name == name);
        var variant = _samples.Variants.Single(variant => variant.Experiment.Variant == unit.Unit.Id.Variant);
        return new UnitRecipes(variant, new FinishedStages(_folder, variant), _settings).Make(unit.Unit.Id, new LeaderFiles(unit.Path), NoLog.Instance, cancellation);
    }

    /// <inheritdoc />
    public void Dispose() => _samples.Dispose();
}
