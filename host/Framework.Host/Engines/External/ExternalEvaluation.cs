using System.Globalization;
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
    /// <param name="reason">Why the set is opened.</param>
    /// <param name="again">Whether the same model may look at it once more.</param>
    /// <param name="settings">Device and threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ExperimentException">The run is not finished, its data have changed, there is no external set, or it was opened before.</exception>
    public void Run(RunFolder run, Experiment experiment, string reason, bool again, RunSettings settings, CancellationToken cancellation)
    {
        using var only = RunLock.Take(run.Path);
        var model = FrozenModel.Open(run, experiment);
        var data = new DataPreparation(store, screen).Prepare(experiment, cancellation);
        Check(model, data);
        var log = new OpeningLog(store, run);
        var hash = model.Hash;
        if (log.OfStore.LastOrDefault(opening => opening.Model == hash && opening.Data == data.Split.ExternalFingerprint) is { } earlier && !again)
        {
            throw new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"{run.Path}: this model has seen the external set on {earlier.Time:yyyy-MM-dd} ('{earlier.Reason}'). ")
                + "A second look is no longer an independent one: where there is a reason for it, add --again; the report shows both.");
        }

        var key = ExternalKey.Open(log, new ExternalOpening
        {
            Time = time.GetUtcNow(),
            Run = run.Path,
            Model = hash,
            Data = data.Split.ExternalFingerprint,
            Cases = data.Split.External.Cases,
            Subjects = data.Split.External.Subjects,
            Reason = reason,
        });
        var cases = data.Split.ExternalCases(key);
        foreach (var unit in model.Units)
            screen.Track($"{unit.Unit.Name}: predicting {cases.Count:N0} external cases", _ => Predict(model, unit, data, cases, settings, cancellation));
        var work = new RunWork(run, [new PreparedExperiment(experiment, data)], settings);
        var evaluation = new Evaluation(work);
        LocalEngine.WriteResults(run, evaluation);
        new RunReporter(ReportedRun.Of(work, evaluation)).Write();
    }

    private static bool Predict(FrozenModel model, UnitFolder unit, PreparedData data, IReadOnlyList<Case> cases, RunSettings settings, CancellationToken cancellation)
    {
        using var own = new UnitModel(model, unit, data.Source, settings);
        AtomicFile.WriteText(unit.External, PredictionsFile.Write([(Split, own.Predict(cases, cancellation))]));
        return true;
    }

    /// <summary>No subject that the weights were fitted or chosen on can be among the external ones: the parts are what they were.</summary>
    private static void Check(FrozenModel model, PreparedData data)
    {
        if (data.Split.External.Cases == 0)
            throw new ExperimentException($"{model.Folder.Path}: the split of this run keeps no external set. Lock one before training: split: {{ use: external, sites: [...], split: ... }}.");
        foreach (var unit in model.Units)
        {
            string HashOf(Part part) => TrainingFold.Of(data.Split.Cases(unit.Unit.Id.Fold, part, unit.Unit.Id.Repeat)).Hash;
            var frozen = FrozenModel.FrozenOf(unit);
            if (HashOf(Part.Train) != frozen.Training || HashOf(Part.Validate) != frozen.Validation)
                throw new ExperimentException($"{unit.Unit.Name}: its training or validation subjects are other ones now than when it was fitted, so that external subjects might be among them. Restore the data of the run.");
        }
    }
}
