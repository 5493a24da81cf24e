using Framework.Components.Data.Cache;
using Framework.Host.Engines.Audits;
using Framework.Host.Engines.Verification;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>Everything between a checked experiment and a finished run folder.</summary>
internal sealed class RunExecution(ComponentCatalogue catalogue, RunStore store, IRunScreen screen, TimeProvider time)
{
    /// <summary>Plans, finds the folder to go on in or makes one, and does what is not there yet.</summary>
    /// <returns>The finished run.</returns>
    /// <exception cref="FrameworkException">It failed; what was finished stays.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the same call goes on.</exception>
    public RunFolder Run(Experiment experiment, RunSettings settings, CancellationToken cancellation)
    {
        if (settings.Only is { } last && experiment.Stages.All(stage => stage.Name != last))
            throw new ExperimentException($"--only: there is no stage '{last}'.{NearestName.Suggest(last, experiment.Stages.Select(stage => stage.Name))}");
        store.MakeWritable();
        var variants = new DataPreparation(store, screen).PrepareAll(experiment, cancellation);
        var plan = new Planner(catalogue).Make(variants) with { Fresh = settings.Fresh };
        var isDone = !plan.Fresh && store.Newest(plan) is { IsFinished: true };
        var audit = isDone || experiment.Audit.Leaks == AuditPolicy.Off ? null : new RunAudit(store, screen).Judge(experiment, variants, experiment.Audit.Images, cancellation);
        var folder = FolderFor(plan, experiment);
        using var only = RunLock.Take(folder.Path);
        var isFinished = folder.IsFinished;
        screen.Line(isFinished ? $"{folder.Path}: this run is finished; nothing was done again. --new starts another." : $"run folder: {folder.Path}");
        if (isFinished && !settings.VerifyResume)
            return folder;
        if (settings.ComputeThreads is { } threads)
            torch.set_num_threads(threads);
        if (audit is not null)
            folder.Audit = audit;
        using var cache = Cache(experiment, variants);
        var work = new RunWork(folder, cache is null ? variants : [.. variants.Select(variant => WithCache(variant, cache))], settings);
        if (!isFinished)
            Execute(work, cancellation);
        if (settings.VerifyResume)
            new ResumeVerification(work, screen).Check(cancellation);
        return folder;
    }

    private PreparedExperiment WithCache(PreparedExperiment variant, SampleCache cache)
    {
        var caches = new HeadCaches(catalogue, variant.Experiment, cache);
        return variant with
        {
            Data = variant.Data with { Caches = caches, Own = variant.Data.Own.ToDictionary(own => own.Key, own => own.Value with { Caches = caches }) },
        };
    }

    private SampleCache? Cache(Experiment experiment, IReadOnlyList<PreparedExperiment> variants)
    {
        var sources = variants.SelectMany(variant => variant.Data.Own.Values.Prepend(variant.Data)).Select(data => data.Source);
        if (experiment.Cache.Size.Bytes == 0 || !sources.Any(source => source is ICaseFiles))
            return null;
        var options = new CacheOptions { Folder = CachePlace.Of(experiment.Cache, store), Size = experiment.Cache.Size };
        screen.Line($"prepared samples are kept in {options.Folder}, at most {options.Size}");
        return new SampleCache(options, time, screen.Warn);
    }

    private RunFolder FolderFor(Plan plan, Experiment experiment)
    {
        if (!plan.Fresh && store.Newest(plan) is { } same)
            return same;
        if (!plan.Fresh && store.NewestOf(plan.Experiment, plan.Hash) is { } changed)
            screen.Warn($"the data or the components have changed since {changed.Path}; "
                + "a new run begins, and what did not change is taken from there.");
        return store.Create(plan, experiment.Document.ToYaml());
    }

    private void Execute(RunWork work, CancellationToken cancellation)
    {
        DataTables.Write(work.Folder, work.Variants[0].Data.Index);
        foreach (var (stage, own) in work.Variants[0].Data.Own)
            DataTables.Write(work.Folder, own.Index, stage);
        var journal = new RunJournal(work, time);
        journal.Begin(catalogue);
        try
        {
            new LocalEngine(store, screen, time).Run(work, cancellation);
        }
        catch (Exception e)
        {
            journal.TryEnd(e is OperationCanceledException ? UnitState.Interrupted : UnitState.Failed);
            throw;
        }

        if (work.Folder.Units.All(unit => unit.IsFinished))
            journal.End(UnitState.Finished);
        else
            journal.End(UnitState.Interrupted);
    }
}
