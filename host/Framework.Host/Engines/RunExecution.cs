using Framework.Host.Engines.Audits;
using Framework.Host.Engines.Frozen;
using Framework.Host.Engines.Verification;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Ranks;
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
        if (settings.Ranks is { } asked)
            RankNeeds.RequireTrainer(experiment, asked.Launch.By);
        using var opened = Open(experiment, settings, cancellation);
        var folder = opened.Folder;
        var isFinished = folder.IsFinished;
        screen.Line(isFinished ? $"{folder.Path}: this run is finished; nothing was done again. --new starts another." : $"run folder: {folder.Path}");
        if (isFinished && !settings.VerifyResume)
            return folder;
        using var samples = KeptSamples.Before(opened.Variants, catalogue, store, (screen, time));
        var work = new RunWork(folder, samples.Variants, settings);
        if (!isFinished)
        {
            if (settings.Ranks is { } ranks)
                RankNeeds.Check(work, store, ranks.Launch, cancellation);
            else if (experiment.Resources.Ranks > 1)
                screen.Warn(experiment.Resources.AloneHint(experiment.File, "this process"));
            Execute(work, cancellation);
        }

        if (settings.VerifyResume)
            new ResumeVerification(work, screen).Check(cancellation);
        return folder;
    }

    /// <summary>Plans, finds the folder or makes one, and leaves its units to other processes; what other runs have is taken from there.</summary>
    /// <param name="experiment">What is to be done.</param>
    /// <param name="settings">How.</param>
    /// <param name="device">The value of <c>--device</c> where it is to be known what a process takes; null where a cluster gives what the experiment asks for.</param>
    /// <param name="cancellation">Asks to stop.</param>
    /// <exception cref="FrameworkException">The experiment cannot be run like that.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public PreparedRun Prepare(Experiment experiment, RunSettings settings, string? device, CancellationToken cancellation)
    {
        using var opened = Open(experiment, settings, cancellation);
        var work = new RunWork(opened.Folder, opened.Variants, settings);
        if (opened.Folder.IsFinished)
            return new PreparedRun(opened.Folder.Path, IsFinished: true, [], 0) { Resources = experiment.Resources };
        LocalEngine.Check(work);
        Begin(work);
        var left = new LocalEngine(catalogue, store, screen, time).Left(work);
        string[] names = [.. left.Select(unit => unit.Unit.Name)];
        var ranked = experiment.Resources.Ranks > 1 ? RankNeeds.Require(work, FormattableString.Invariant($"resources.ranks: {experiment.Resources.Ranks}")) : [];
        var memory = device is null ? [] : new MemoryNeed(store, opened.Folder.Plan, opened.Variants, settings, device).Of(names, cancellation).Values;
        return new PreparedRun(opened.Folder.Path, IsFinished: false, names, memory.Select(need => need.Bytes).DefaultIfEmpty(0).Max())
        {
            Resources = experiment.Resources,
            Ranked = [.. left.Where(ranked.Contains).Select(unit => unit.Unit.Name)],
            EndsWithNetworks = opened.Folder.Units.All(unit => unit.IsFinished || left.Contains(unit)) && experiment.AllVariants().Any(variant => variant.Predict.Count > 0 || variant.Explain.Count > 0),
        };
    }

    private OpenedRun Open(Experiment experiment, RunSettings settings, CancellationToken cancellation)
    {
        if (settings.Only is { } last && experiment.Stages.All(stage => stage.Name != last))
            throw new ExperimentException($"--only: there is no stage '{last}'.{NearestName.Suggest(last, experiment.Stages.Select(stage => stage.Name))}");
        store.MakeWritable().RemoveLeftovers();
        var variants = new DataPreparation(store, screen).PrepareAll(experiment, cancellation);
        var plan = new Planner(catalogue).Make(variants) with { Fresh = settings.Fresh };
        new RunPredictions(store, screen).Check(experiment, stage => variants[0].Data.Of(stage).Index.Labels, cancellation);
        var isDone = !plan.Fresh && store.Newest(plan) is { IsFinished: true };
        var audit = isDone || experiment.Audit.Leaks == AuditPolicy.Off ? null : new RunAudit(store, screen).Judge(experiment, variants, experiment.Audit.Images, cancellation);
        var folder = FolderFor(plan, experiment);
        var only = RunLock.TakeRun(folder.Path, cancellation);
        Leftovers.RemoveFrom(folder);
        if (settings.ComputeThreads is { } threads && (settings.VerifyResume || !folder.IsFinished))
            torch.set_num_threads(threads);
        if (audit is not null && !folder.IsFinished)
            folder.Audit = audit;
        return new OpenedRun(folder, variants, only);
    }

    /// <summary>Two processes that begin the same run at once find the same folder.</summary>
    private RunFolder FolderFor(Plan plan, Experiment experiment)
    {
        using var alone = store.HoldNames(plan.Experiment);
        store.RemoveUnnamed(plan.Experiment);
        if (!plan.Fresh && store.Newest(plan) is { } same)
            return same;
        if (!plan.Fresh && store.NewestOf(plan.Experiment, plan.Hash) is { } changed)
            screen.Warn($"the data or the components have changed since {changed.Path}; "
                + "a new run begins, and what did not change is taken from there.");
        return store.Create(plan, experiment.Document.ToYaml());
    }

    private RunJournal Begin(RunWork work)
    {
        DataTables.Write(work.Folder, work.Variants[0].Data.Index);
        foreach (var (stage, own) in work.Variants[0].Data.Own)
            DataTables.Write(work.Folder, own.Index, stage);
        var journal = new RunJournal(work, time);
        journal.Begin(catalogue);
        return journal;
    }

    private void Execute(RunWork work, CancellationToken cancellation)
    {
        var journal = Begin(work);
        try
        {
            new LocalEngine(catalogue, store, screen, time).Run(work, cancellation);
        }
        catch (Exception e)
        {
            journal.TryEnd(e is OperationCanceledException ? UnitState.Interrupted : UnitState.Failed);
            throw;
        }

        journal.End(work.Folder.Units.All(unit => unit.IsFinished) ? UnitState.Finished : UnitState.Interrupted);
    }

    private sealed record OpenedRun(RunFolder Folder, IReadOnlyList<PreparedExperiment> Variants, RunLock Lock) : IDisposable
    {
        public void Dispose() => Lock.Dispose();
    }
}
