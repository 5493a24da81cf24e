using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>Work on a run that another process planned: one unit of it, or what follows from all of them.</summary>
internal sealed class PlannedWork(ComponentCatalogue catalogue, RunStore store, IRunScreen screen, TimeProvider time)
{
    /// <summary>Does one unit; a finished one is left as it is.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="experiment">The run's own experiment.</param>
    /// <param name="name">The unit.</param>
    /// <param name="settings">How.</param>
    /// <param name="cancellation">Asks to save and stop.</param>
    /// <exception cref="FrameworkException">It failed; its status says so too.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the state is saved.</exception>
    public void DoUnit(RunFolder folder, Experiment experiment, string name, RunSettings settings, CancellationToken cancellation)
    {
        var unit = folder.Units.FirstOrDefault(unit => unit.Unit.Name == name)
            ?? throw new ExperimentException($"{folder.Path}: there is no unit '{name}'.{NearestName.Suggest(name, folder.Units.Select(unit => unit.Unit.Name))}");
        using var alone = RunLock.TakeUnit(folder, name, cancellation);
        if (unit.IsFinished)
        {
            screen.Line($"{name}: finished before");
            return;
        }

        TakeCopies(folder, [.. unit.Unit.Reads], cancellation);
        using var samples = Open(folder, experiment, settings, cancellation);
        new LocalEngine(catalogue, store, screen, time).DoUnit(new RunWork(folder, samples.Variants, settings), unit, cancellation);
    }

    /// <summary>Writes figures, tables and, where all units are finished, the report.</summary>
    /// <param name="folder">The run.</param>
    /// <param name="experiment">The run's own experiment.</param>
    /// <param name="settings">How.</param>
    /// <param name="isPartial">Whether units may be missing, because nobody asked for them.</param>
    /// <param name="cancellation">Asks to stop.</param>
    /// <exception cref="FrameworkException">A unit is missing, or a metric failed.</exception>
    public void Finish(RunFolder folder, Experiment experiment, RunSettings settings, bool isPartial, CancellationToken cancellation)
    {
        using var alone = RunLock.TakeUnit(folder, "finish", cancellation);
        if (folder.IsFinished)
            return;
        TakeCopies(folder, folder.Units.Select(unit => unit.Unit.Name).ToHashSet(), cancellation);
        string[] missing = [.. folder.Units.Where(unit => !unit.IsFinished).Select(unit => unit.Unit.Name)];
        if (missing.Length > 0 && !isPartial)
        {
            RunJournal.End(folder, UnitState.Failed, time);
            throw new TrainingException($"{folder.Path}: no figures are made, because {Counted.Units(missing.Length)} are not finished: {string.Join(", ", missing)}. The same command does what is missing.");
        }

        using var samples = Open(folder, experiment, settings, cancellation);
        new LocalEngine(catalogue, store, screen, time).Finish(new RunWork(folder, samples.Variants, settings), cancellation);
        RunJournal.End(folder, missing.Length == 0 ? UnitState.Finished : UnitState.Interrupted, time);
    }

    /// <summary>Units that are the same as finished ones become copies of these.</summary>
    private static void TakeCopies(RunFolder folder, IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        foreach (var unit in folder.Units.Where(unit => unit.Unit.SameAs is not null && names.Contains(unit.Unit.Name)))
        {
            using var alone = RunLock.TakeUnit(folder, unit.Unit.Name, cancellation);
            if (!unit.IsFinished && folder.Units.Single(other => other.Unit.Name == unit.Unit.SameAs) is { IsFinished: true } twin)
                unit.TakeFrom(twin, folder.Path);
        }
    }

    private KeptSamples Open(RunFolder folder, Experiment experiment, RunSettings settings, CancellationToken cancellation)
    {
        if (settings.ComputeThreads is { } threads)
            torch.set_num_threads(threads);
        var variants = new DataPreparation(store, screen).PrepareAll(experiment, cancellation);
        return new Planner(catalogue).Make(variants).Matches(folder.Plan)
            ? KeptSamples.Before(variants, catalogue, store, (screen, time))
            : throw new ExperimentException($"{folder.Path}: the data or the components have changed since this run was planned, so its units are left alone. Run the experiment again: a new run begins, and takes from here what did not change.");
    }
}
