using System.Globalization;
using Framework.Components.Data.Findings;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Reports;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.External;

/// <summary>Opens the locked set of a finished run, once, and scores the frozen model on it.</summary>
internal sealed class ExternalEvaluation(RunStore store, IRunScreen screen, TimeProvider time)
{
    /// <summary>What the part is called in files and figures.</summary>
    public const string Split = "external";

    /// <summary>Predicts the external cases and writes tables, figures and report.</summary>
    /// <param name="run">A finished run.</param>
    /// <param name="experiment">Its experiment.</param>
    /// <param name="variant">Which variant of it, or all, each of which is a model of its own; null where there is one.</param>
    /// <param name="reason">Why the set is opened.</param>
    /// <param name="again">Whether the same model may look at it once more.</param>
    /// <param name="settings">Device and threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ExperimentException">The run is not finished, its data have changed, there is no external set, or it was opened before.</exception>
    public void Run(RunFolder run, Experiment experiment, string? variant, string reason, bool again, RunSettings settings, CancellationToken cancellation)
    {
        using var only = RunLock.Take(run.Path);
        var chosen = ChosenVariants.Of(experiment, run, variant);
        var work = new RunWork(run, new DataPreparation(store, screen).PrepareAll(experiment, cancellation), settings);
        var models = chosen.Select(own => (Model: FrozenModel.Open(run, own), Prepared: work.Variants.Single(prepared => prepared.Experiment.Variant == own.Variant) with { Experiment = own })).ToList();
        foreach (var (model, prepared) in models)
            Check(model, prepared, again);
        foreach (var (model, prepared) in models)
            Open(model, prepared.Data, reason, settings, cancellation);
        var evaluation = new Evaluation(work);
        LocalEngine.WriteResults(run, evaluation);
        new RunReporter(ReportedRun.Of(work, evaluation)).Write();
    }

    private void Open(FrozenModel model, PreparedData data, string reason, RunSettings settings, CancellationToken cancellation)
    {
        var key = ExternalKey.Open(new OpeningLog(store, model.Folder), new ExternalOpening
        {
            Time = time.GetUtcNow(),
            Run = model.Folder.Path,
            Model = model.Hash,
            Data = data.Split.ExternalFingerprint,
            Others = data.Own.Count == 0 ? null : [.. data.Own.OrderBy(own => own.Key, StringComparer.Ordinal).Select(own => own.Value.Split.ExternalFingerprint)],
            Cases = data.Split.External.Cases,
            Subjects = data.Split.External.Subjects,
            Reason = reason,
        });
        var cases = model.Experiment.Stages.ToDictionary(stage => stage.Name, stage => new FrozenCases(data.Of(stage).Split.ExternalCases(key), data.Of(stage).Source));
        var prediction = new FrozenPrediction(model, new FrozenData(true, stage => cases[stage.Name]), unit => unit.Path, settings);
        foreach (var unit in model.Units.Where(unit => cases[unit.Unit.Id.Stage].Cases.Count > 0))
            screen.Track($"{unit.Unit.Name}: predicting {cases[unit.Unit.Id.Stage].Cases.Count:N0} external cases", _ => Predict(prediction, unit, cancellation));
    }

    private static bool Predict(FrozenPrediction prediction, UnitFolder unit, CancellationToken cancellation)
    {
        var (table, _) = prediction.Of(unit, cancellation);
        if (table.Findings is not null)
            AtomicFile.Write(unit.ExternalFindings, stream => FindingsFile.Write(stream, [(Split, table)]));
        AtomicFile.WriteText(unit.External, PredictionsFile.Write([(Split, table)]));
        return true;
    }

    /// <summary>No subject that the weights were fitted or chosen on can be among the external ones: the parts are what they were. And nobody has looked before.</summary>
    private void Check(FrozenModel model, PreparedExperiment prepared, bool again)
    {
        var (run, split) = (model.Folder, prepared.Data.Split);
        if (split.External.Cases == 0)
            throw new ExperimentException($"{run.Path}: the split of this run keeps no external set. Lock one before training: split: {{ use: external, sites: [...], split: ... }}.");
        var assignment = new CaseAssignment(prepared);
        foreach (var unit in model.Units)
        {
            var (frozen, cases) = (FrozenModel.FrozenOf(unit), assignment.Of(unit.Unit.Id));
            if (TrainingFold.Of(cases.Train).Hash != frozen.Training || TrainingFold.Of(cases.Validate).Hash != frozen.Validation)
                throw new ExperimentException($"{unit.Unit.Name}: its training or validation subjects are other ones now than when it was fitted, so that external subjects might be among them. Restore the data of the run.");
        }

        var hash = model.Hash;
        if (new OpeningLog(store, run).OfStore.LastOrDefault(opening => opening.Model == hash && opening.Data == split.ExternalFingerprint) is { } earlier && !again)
        {
            throw new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"{run.Path}: this model has seen the external set on {earlier.Time:yyyy-MM-dd} ('{earlier.Reason}'). ")
                + "A second look is no longer an independent one: where there is a reason for it, add --again; the report shows both.");
        }
    }
}
