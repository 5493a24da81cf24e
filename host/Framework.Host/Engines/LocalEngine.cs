using Framework.Host.Engines.Frozen;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments.Stages;
using Framework.Host.Explaining;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Ranks;
using Framework.Host.Reports;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Does the units of a run in this process, one after the other, and then what follows from them.</summary>
internal sealed class LocalEngine(ComponentCatalogue catalogue, RunStore store, IRunScreen screen, TimeProvider time)
{
    /// <summary>What <c>--engine</c> calls it.</summary>
    public const string Name = "local";

    /// <summary>Does what is not there yet.</summary>
    /// <param name="work">The run folder, with what to do, on what and how.</param>
    /// <param name="cancellation">Asks to save and stop.</param>
    /// <exception cref="FrameworkException">A unit or a metric failed.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the state is saved.</exception>
    public void Run(RunWork work, CancellationToken cancellation)
    {
        Check(work);
        foreach (var variant in work.Variants)
        {
            var recipes = RecipesOf(work, variant);
            foreach (var unit in Asked(work).Where(unit => unit.Unit.Id.Variant == variant.Experiment.Variant))
            {
                cancellation.ThrowIfCancellationRequested();
                if (!IsThere(work.Folder, unit))
                    DoUnit(work, recipes, unit, cancellation);
            }
        }

        Finish(work, cancellation);
    }

    /// <summary>Has controls say what they cannot do, before anything is trained.</summary>
    /// <exception cref="ExperimentException">Something does not fit its stage or its cases.</exception>
    public static void Check(RunWork work)
    {
        foreach (var variant in work.Variants)
            RecipesOf(work, variant).CheckControls(Asked(work).Select(unit => unit.Unit.Id).Where(unit => unit.Variant == variant.Experiment.Variant));
    }

    /// <summary>The units whose results are not there, after those of other runs have been taken; a unit that is the same as one of these is among them.</summary>
    public IReadOnlyList<UnitFolder> Left(RunWork work) => [.. Asked(work).Where(unit => !IsThere(work.Folder, unit))];

    /// <summary>Does one unit.</summary>
    /// <exception cref="FrameworkException">It failed.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the state is saved.</exception>
    public void DoUnit(RunWork work, UnitFolder unit, CancellationToken cancellation) =>
        DoUnit(work, RecipesOf(work, work.VariantOf(unit.Unit.Id)), unit, cancellation);

    /// <summary>Does what follows from the units: figures, tables, and the report where all of them are finished.</summary>
    /// <exception cref="FrameworkException">A metric failed.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop.</exception>
    public void Finish(RunWork work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var evaluation = new Evaluation(work);
        WriteResults(work.Folder, evaluation);
        if (!work.Folder.Units.All(unit => unit.IsFinished))
            return;
        new RunPredictions(store, screen).Make(work, catalogue, cancellation);
        WriteFigures(work.Folder, evaluation);
        foreach (var metric in evaluation.Silent)
            screen.Warn($"'{metric}' has no figure: no stage gives what it scores, or the truth of no case is known.");
        if (work.Experiment.ControlRules.Count > 0)
            work.Folder.Verdicts = Verdicts.Of(work, evaluation);
        new Explanations(work, evaluation, screen).Make(cancellation);
        new RunReporter(ReportedRun.Of(work, evaluation)).Write();
    }

    private static UnitRecipes RecipesOf(RunWork work, PreparedExperiment variant) => new(variant, new FinishedStages(work.Folder, variant), work.Settings);

    /// <summary>The units that are to be done: all, or those of one stage and of what it reads.</summary>
    private static IEnumerable<UnitFolder> Asked(RunWork work)
    {
        if (work.Settings.Only is not { } only)
            return work.Folder.Units;
        var names = StageOrder.UpTo(only, work.Experiment.Stages).Select(stage => stage.Name).ToHashSet();
        return work.Folder.Units.Where(unit => names.Contains(unit.Unit.Id.Stage));
    }

    private bool IsThere(RunFolder run, UnitFolder unit)
    {
        if (unit.IsFinished)
        {
            screen.Line($"{unit.Unit.Name}: finished before");
            return true;
        }

        if (unit.Unit.SameAs is { } same && run.Units.Single(other => other.Unit.Name == same) is { IsFinished: true } twin)
        {
            unit.TakeFrom(twin, run.Path);
            screen.Line($"{unit.Unit.Name}: the same as {same}");
            return true;
        }

        if (run.Plan.Fresh || store.FindFinished(unit.Unit.Key, run) is not { } other)
            return false;
        unit.TakeFrom(other.Unit, other.Run.Path);
        screen.Line($"{unit.Unit.Name}: taken from {other.Run.Path}, where the same unit is finished");
        return true;
    }

    private void DoUnit(RunWork work, UnitRecipes recipes, UnitFolder unit, CancellationToken cancellation) =>
        screen.Track(unit.Unit.Name, progress =>
        {
            new UnitRunner(recipes, time, screen.Line) { Ranks = work.Settings.Ranks is { } leader ? new RankedTraining(leader, work.Folder, time) : null }.Run(unit, progress, cancellation);
            return true;
        });

    /// <summary>Writes figures and tables.</summary>
    public static void WriteResults(RunFolder run, Evaluation evaluation)
    {
        foreach (var unit in run.Units.Where(unit => unit.IsFinished))
            RunJson.Write(unit.Metrics, evaluation.Of(unit), RunJson.Form.IReadOnlyListMetricRow);
        foreach (var (unit, split, rows, _) in evaluation.Pooled.Where(pool => pool.Unit.Control is null))
        {
            var path = run.PredictionsFile(unit.Stage, unit.Variant is null ? split : $"{split}@{unit.Variant}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.WriteText(path, PredictionsFile.Write(rows));
        }

        if (evaluation.Readers.Count > 0)
        {
            AtomicFile.WriteText(run.ReadersFile("points"), ReaderFiles.Points(evaluation.Readers));
            AtomicFile.WriteText(run.ReadersFile("agreement"), ReaderFiles.Agreement(evaluation.Readers));
            AtomicFile.WriteText(run.ReadersFile("changes"), ReaderFiles.Changes(evaluation.Readers));
        }

        WriteFigures(run, evaluation);
    }

    private static void WriteFigures(RunFolder run, Evaluation evaluation) =>
        RunJson.Write(run.MetricsFile, [.. evaluation.All(), .. run.PredictedFigures], RunJson.Form.IReadOnlyListMetricRow);
}
