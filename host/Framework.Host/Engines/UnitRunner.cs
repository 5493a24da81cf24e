using Framework.Components.Data;
using Framework.Components.Data.Features;
using Framework.Components.Data.Findings;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Host.Telemetry;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Does one unit: fits, predicts, and leaves the table of predictions in the unit's folder.</summary>
internal sealed class UnitRunner(UnitRecipes recipes, TimeProvider time, Action<string>? tell = null)
{
    /// <summary>Trains with other processes what can be trained so; null where this one is alone.</summary>
    public RankedTraining? Ranks { get; init; }

    /// <summary>Goes on from the unit's last checkpoint, or begins.</summary>
    /// <exception cref="FrameworkException">It failed; the status says so too.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop; the state is saved.</exception>
    public void Run(UnitFolder folder, IProgress<Advance> progress, CancellationToken cancellation)
    {
        folder.Prepare();
        var status = new UnitStatus
        {
            Key = folder.Unit.Key,
            State = UnitState.Running,
            Started = time.GetUtcNow(),
            Starts = (folder.Status?.Starts ?? 0) + 1,
            Ranks = Ranks is { } ranks && recipes.TrainsInRanks(folder.Unit.Id) ? ranks.Size : null,
            Device = recipes.Device.ToString(),
        };
        folder.Write(status);
        using var span = HostTelemetry.Unit(folder.Unit.Name, folder.Unit.Id.Stage);
        var began = time.GetTimestamp();
        var heart = new Heartbeat(folder, status, time);
        try
        {
            var frozen = FitAndPredict(folder, heart, progress, cancellation);
            status = heart.Stop();
            folder.Write(Ended(status, UnitState.Finished) with
            {
                Predictions = FileHash.Of(folder.Predictions),
                Findings = File.Exists(folder.Findings) ? FileHash.Of(folder.Findings) : null,
                Features = File.Exists(folder.Features) ? FileHash.Of(folder.Features) : null,
                Frozen = frozen,
            });
            Tell(UnitState.Finished);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            folder.Write(Ended(heart.Stop(), UnitState.Interrupted));
            Tell(UnitState.Interrupted);
            throw;
        }
        catch (Exception e)
        {
            TryWrite(folder, Ended(heart.Stop(), UnitState.Failed) with { Message = e.Message });
            Tell(UnitState.Failed);
            throw;
        }

        void Tell(UnitState outcome) => HostTelemetry.UnitEnded(folder.Unit.Id.Stage, outcome.ToString().ToLowerInvariant(), time.GetElapsedTime(began));
    }

    private FrozenUnit? FitAndPredict(UnitFolder folder, Heartbeat heart, IProgress<Advance> shown, CancellationToken cancellation)
    {
        var progress = heart.Beside(shown);
        using var log = new UnitLog(folder.Events, moment => Tell(folder.Unit.Name, moment, progress));
        var files = new CheckpointStore(folder.Path, log.FlushToDisk);
        var unit = recipes.Make(folder.Unit.Id, files, log, cancellation);
        if (unit.Start is { } start)
            tell?.Invoke($"{unit.Context.Unit}: {start}");
        if (folder.Unit.Id.Control is null && unit.Trainer.LoaderMemory(unit.Context) is { } memory)
            tell?.Invoke($"{unit.Context.Unit}: the loader takes at most {memory}");
        var model = new RecordedStore(files);
        var predictsAgain = folder.Unit.Id is { Control: null, HeldOut: null };
        // A control's label maps are counted, and kept only where a later stage reads them.
        if (recipes.KeepsMasks(folder.Unit.Id))
            unit = unit with { Context = unit.Context with { Masks = new MaskFolder(folder.Path) } };
        var fit = Ranks is { } ranks && unit.TrainsInRanks ? ranks.Fit(folder, unit, Failing(folder, heart)) : unit.Trainer.Fit;
        var tables = FitAndPredict(unit, fit, predictsAgain ? model : null, cancellation);
        if (tables.Any(table => table.Table.Findings is not null))
            AtomicFile.Write(folder.Findings, stream => FindingsFile.Write(stream, tables));
        if (tables.Any(table => table.Table.Features is not null))
            AtomicFile.Write(folder.Features, stream => FeaturesFile.Write(stream, tables));
        AtomicFile.WriteText(folder.Predictions, PredictionsFile.Write(tables));
        return predictsAgain ? Freeze(folder, unit, [.. model.Names, KeptStatistics.FileName]) : null;
    }

    private static FrozenUnit Freeze(UnitFolder folder, UnitWork unit, IReadOnlyList<string> files) => new()
    {
        Training = TrainingFold.Of(unit.Context.Train.Cases).Hash,
        Validation = TrainingFold.Of(unit.Context.Validate.Cases).Hash,
        Labels = unit.Context.Labels,
        Groups = unit.Context.Groups,
        Files = files.Where(name => File.Exists(folder.File(name))).ToDictionary(name => name, name => FileHash.Of(folder.File(name))),
    };

    private static List<(string Split, Predictions Table)> FitAndPredict(
        UnitWork unit, Func<TrainingContext, CancellationToken, IPredictor> fit, ICheckpointStore? model, CancellationToken cancellation)
    {
        try
        {
            using var predictor = fit(unit.Context, cancellation);
            var tables = unit.Evaluated.Select(part => (part.Name, Predict(predictor, unit.Context, unit.Views, part, cancellation))).ToList();
            if (model is not null)
                predictor.Save(model);
            return tables;
        }
        catch (Exception e) when (e is not (FrameworkException or OperationCanceledException))
        {
            throw new TrainingException($"{unit.Context.Unit}: '{unit.Component}' failed: {e.Message}", e);
        }
    }

    /// <summary>The outputs of each case, averaged over the ways in which it is looked at, and checked.</summary>
    public static Predictions Predict(
        IPredictor predictor, TrainingContext context, IReadOnlyList<SamplePipeline> views, (string Name, IReadOnlyList<Case> Cases) part, CancellationToken cancellation)
    {
        var looks = views.Select(view => Predict(predictor, context, part.Name, new SampleSet(part.Cases, view), cancellation)).ToList();
        if (looks.Count > 1 && looks[0].Findings is not null)
            throw new ExperimentException($"{context.Unit}: 'test_time' averages outputs, and findings have no mean. Leave 'test_time' out of this stage.");
        return looks.Count == 1 ? looks[0] : Predictions.Mean(looks);
    }

    private static Predictions Predict(IPredictor predictor, TrainingContext context, string split, SampleSet samples, CancellationToken cancellation)
    {
        var cases = samples.Cases;
        var given = predictor.Predict(samples, cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (!given.Rows.Select(row => row.Case).SequenceEqual(cases.Select(item => item.Id)))
            throw new PluginException($"{context.Unit}: the trainer predicted {given.Rows.Count} cases of '{split}' where {cases.Count} were "
                + "asked for, or in another order. A predictor gives one row for each case, in order.");
        double[] outputs = [.. given.Outputs];
        if (Array.FindIndex(outputs, output => !double.IsFinite(output)) is >= 0 and var bad)
            throw new TrainingException($"{context.Unit}: the output for case '{cases[bad / given.Labels.Count].Id}' is {outputs[bad]}. "
                + "Training diverged: lower the learning rate.");
        var who = cases.Select(item => PredictedCase.Of(item, context.Fold));
        return new Predictions(given.Labels, [.. who], [.. cases.SelectMany(item => item.Labels)], outputs) { Groups = context.Groups, Findings = given.Findings, Features = given.Features };
    }

    /// <summary>Notes that a unit failed whose training does not come back.</summary>
    private Action<string> Failing(UnitFolder folder, Heartbeat heart) => message => TryWrite(folder, Ended(heart.Stop(), UnitState.Failed) with { Message = message });

    private UnitStatus Ended(UnitStatus status, UnitState state) => status with { State = state, Ended = time.GetUtcNow(), PeakMemory = ProcessMemory.Peak() };

    private static void Tell(string unit, TrainingProgress moment, IProgress<Advance> progress)
    {
        HostTelemetry.Trains(unit, moment.CasesPerSecond);
        progress.Report(Show(moment));
    }

    /// <summary>How far a unit is, in words.</summary>
    internal static Advance Show(TrainingProgress moment) => new(
        moment.Step,
        moment.Steps,
        FormattableString.Invariant($"epoch {moment.Epoch + 1}, step {moment.Step} of {moment.Steps}, loss {moment.Loss:G4}, {Rate(moment)}{moment.CasesPerSecond:G3} cases/s"));

    private static string Rate(TrainingProgress moment) => moment.LearningRate is { } rate ? FormattableString.Invariant($"learning rate {rate:G3}, ") : "";

    private static void TryWrite(UnitFolder folder, UnitStatus status)
    {
        try
        {
            folder.Write(status);
        }
        catch (TrainingException)
        {
            // What led here is the error to show; a status that still says 'running' counts as unfinished all the same.
        }
    }
}
