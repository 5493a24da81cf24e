using System.Globalization;
using Framework.Host.Engines.Audits;
using Framework.Host.Engines.Frozen;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Sound;
using Framework.Host.Explaining;
using Framework.Host.Planning;
using Framework.Host.Plugins;
using Framework.Host.Ranks;
using Framework.Host.Runs;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>
/// Tries everything that a run needs, short of training: data, split, a sample of each part, a batch through model and loss, disk space.
/// </summary>
internal sealed class Preflight(ComponentCatalogue catalogue, RunStore store, IRunScreen screen, string device)
{
    private const int CasesTried = 8;

    private readonly Lazy<UnitTrials> _trials = new();

    /// <summary>How many processes of this machine are to train together.</summary>
    public int Ranks { get; init; } = 1;

    /// <summary>Collects every problem at once; writes the phantom if the experiment has one that is not there yet.</summary>
    /// <param name="experiment">The checked experiment.</param>
    /// <param name="cancellation">Stops the work.</param>
    public PreflightReport Check(Experiment experiment, CancellationToken cancellation)
    {
        var findings = new PreflightFindings(experiment.Document);
        if (findings.Try("--runs", store.MakeWritable) is null)
            return findings.Report;
        // Whether there is a GPU is known only once libtorch is loaded; that waits until it is needed.
        var place = device == DeviceChoice.Auto ? null : findings.Try("--device", () => DeviceChoice.Resolve(device)) ?? torch.CPU;
        if (StandIn.Is(experiment.Data.Source.Instance)
            || findings.Try("data", () => new DataPreparation(store, screen, findings).PrepareAll(experiment, cancellation), "data") is not { Count: > 0 } variants
            || findings.Try("plan", () => new Planner(catalogue).Make(variants)) is not { } plan)
            return findings.Report;
        var isDivided = variants.All(variant => variant.Data.IsDividedAsSaid);
        if (isDivided)
            LookAtDivision(experiment, variants, findings, cancellation);
        LookAtPredicted(experiment, variants[0], findings, cancellation);
        var (records, disk) = (new TrialRecords(store, plan, device), new DiskNeed());
        foreach (var variant in variants)
        {
            // A stage that is the same in an earlier variant has been looked at there.
            foreach (var stage in variant.Experiment.Stages.Where(stage => plan.Units.First(unit => IsFirst(unit.Id, stage, variant)).SameAs is null))
            {
                Check(stage, variant, records, place, findings, cancellation);
                Measure(stage, variant, records, disk, findings);
            }
        }

        if (Ranks > 1 && findings.Try("--ranks", () => TrainedTogether(variants, plan, SettingsOn(place ?? DeviceChoice.Resolve(device)), cancellation)) is { } ranks)
            findings.Fact("ranks", ranks);
        disk.Tell(findings, store);
        var units = UnitForecast.Of(plan, store, unit => Guess(unit, records));
        if (findings.Report.Problems.Count == 0 && units.Any(unit => unit.Estimate > TimeSpan.Zero))
            findings.Fact("time", UnitTimes.Words(units));
        return findings.Report with { Plan = plan };
    }

    private void LookAtDivision(Experiment experiment, IReadOnlyList<PreparedExperiment> variants, PreflightFindings findings, CancellationToken cancellation)
    {
        foreach (var (name, value) in SplitSizes.Describe(variants[0].Data))
            findings.Fact(name, value);
        if (experiment.Audit.Leaks != AuditPolicy.Off)
            findings.Try("audit", () => new RunAudit(store, screen).Judge(experiment, variants, AuditImages.None, cancellation), "data");
    }

    private string TrainedTogether(IReadOnlyList<PreparedExperiment> variants, Plan plan, RunSettings settings, CancellationToken cancellation) =>
        RankNeeds.Check(variants, plan, settings, new MemoryNeed(store, plan, variants, settings, device), Ranks, cancellation);

    // Controls that train nothing take what predicting takes.
    private static TimeSpan? Guess(UnitId unit, TrialRecords records)
    {
        var first = new UnitId(unit.Stage, 0, 0, unit.Control) { Variant = unit.Variant };
        return records.Find(first) is not { } trial ? null
            : unit.Control is not null && !trial.TrainsNetwork ? TimeSpan.Zero
            : (trial.Seconds ?? records.Find(first with { Control = null })?.Seconds) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }

    private void LookAtPredicted(Experiment experiment, PreparedExperiment first, PreflightFindings findings, CancellationToken cancellation)
    {
        var predictions = new RunPredictions(store, screen);
        string[] there = [.. experiment.Predict.Where(section => findings.Try(section.Name, () => predictions.Check(experiment, section, stage => first.Data.Of(stage).Index.Labels, cancellation), "predict"))
            .Select(section => $"'{section.Name}'")];
        if (there.Length > 0)
            findings.Fact("predict", $"the cases of {string.Join(", ", there)} are there");
    }

    private static bool IsFirst(UnitId unit, StageSection stage, PreparedExperiment variant) => unit.Stage == stage.Name && unit.Variant == variant.Experiment.Variant;

    private void Check(StageSection stage, PreparedExperiment variant, TrialRecords records, torch.Device? place, PreflightFindings findings, CancellationToken cancellation)
    {
        var first = First(stage, variant);
        var title = TitleOf(first);
        if (stage.Transforms.Any(step => StandIn.Is(step.Transform)))
            return;
        var areSound = new SampleCheck(findings, variant.Data.Of(stage), stage.Trainer.Instance.TakesAnySize).Check(title, first, Recipes(variant, torch.CPU), cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (StandIn.Is(stage.Trainer.Instance) || StandIn.Is(stage.Model?.Instance))
            return;
        if (!Loads(stage, title, areSound ? findings : findings.WithoutData(), () => Recipes(variant, torch.CPU).Make(first, NoCheckpoints.Instance, NoLog.Instance, cancellation), out var loader))
            return;
        UnitId[] untried = [.. Controls(first, variant).Prepend(first).Where(unit => records.Find(unit) is null)];
        if (untried.Length > 0)
            TryUnits(areSound ? findings : findings.WithoutData(), Recipes(variant, place ?? DeviceChoice.Resolve(device)), stage, untried, records);
        TryMaps(findings, () => Recipes(variant, place ?? DeviceChoice.Resolve(device)).Make(first, NoCheckpoints.Instance, NoLog.Instance, cancellation), variant.Experiment, first, records);
        if (untried.Length > 0 && untried.All(unit => records.Find(unit) is not null))
            findings.Fact($"{title}, a batch", "went through model and loss");
        else if (untried.Length == 0)
            findings.Fact($"{title}, a batch", "went through model and loss before; nothing it depends on has changed since");
        if (records.Find(first) is { Fitting: { } fitting } trial)
            findings.Fact($"{title}, memory", FormattableString.Invariant($"about {trial.Need(loader) / 1e9:0.00} GB in a process: {trial.Process / 1e6:N0} MB of its own, what loads, and {fitting}"));
    }

    private static void Measure(StageSection stage, PreparedExperiment variant, TrialRecords records, DiskNeed disk, PreflightFindings findings)
    {
        var (first, split) = (First(stage, variant), variant.Data.Of(stage).Split);
        if (records.Find(first) is not { ModelBytes: > 0 and var bytes })
            return;
        findings.Fact($"{TitleOf(first)}, network", $"{bytes / 1e6:N1} MB of weights; while it trains about {DiskNeed.TrainingBytes(stage, bytes) / 1e6:N0} MB with gradients and the optimizer's state, and what a batch takes");
        disk.Add(stage, bytes, split.Folds * split.Repeats, Controls(first, variant).Count(control => records.Find(control) is { TrainsNetwork: true }));
    }

    private static UnitId First(StageSection stage, PreparedExperiment variant) => new(stage.Name, 0, 0, null) { Variant = variant.Experiment.Variant };

    private static IEnumerable<UnitId> Controls(UnitId unit, PreparedExperiment variant) =>
        variant.Experiment.Controls.Where(_ => variant.Experiment.Stages.Single(stage => stage.Name == unit.Stage).HasControls).Select(control => unit with { Control = control.Name });

    private static string TitleOf(UnitId unit) => unit.Variant is null ? unit.Stage : $"{unit.Stage}@{unit.Variant}";

    // A batch that does not fit would end this process, too.
    private static bool Loads(StageSection stage, string title, PreflightFindings findings, Func<UnitWork> make, out LoaderMemory? loader)
    {
        LoaderMemory? memory = null;
        findings.Try(title, () => { memory = stage.Trainer.Instance.LoaderMemory(make().Context); }, "stages", stage.Name);
        loader = memory;
        if (memory is null)
            return true; // whatever is wrong is found once more while the unit is tried
        findings.Fact($"{title}, loader", $"at most {memory}");
        var available = ProcessMemory.Available();
        if (memory.Total <= available)
            return true;
        findings.Problem(new ExperimentException(string.Create(CultureInfo.InvariantCulture, $"{title}: loading takes at most {memory}, and {available / 1e6:N0} MB of memory are available. "
            + $"Lower 'batch_size', or let the transforms leave smaller images.")), "stages", stage.Name);
        return false;
    }

    private static UnitRecipes Recipes(PreparedExperiment variant, torch.Device place)
    {
        var settings = SettingsOn(place);
        return new(variant, new TrialStages(variant, settings), settings);
    }

    private static RunSettings SettingsOn(torch.Device place) => new() { Device = place, CommandLine = "", FittingCases = CasesTried };

    private void TryUnits(PreflightFindings findings, UnitRecipes recipes, StageSection stage, IReadOnlyList<UnitId> units, TrialRecords records)
    {
        foreach (var id in units)
        {
            var size = id.Control is null && stage.Model is { } model ? new MeasuredModel(model.Instance) : null;
            if (findings.Try(id.Name, () => recipes.Make(id, NoCheckpoints.Instance, NoLog.Instance, CancellationToken.None), PlaceOf(id)) is not { } unit)
                continue;
            // A control that keeps the trainer has nothing of its own to try.
            var keepsTrainer = ReferenceEquals(unit.Trainer, stage.Trainer.Instance);
            var trains = keepsTrainer && unit.Context.Fitting && stage.Model is not null;
            var trial = id.Control is not null && keepsTrainer ? new Trial(0, trains) : findings.Try(id.Name, () => _trials.Value.Of(unit, size, trains), PlaceOf(id));
            if (trial is not null)
                records.Keep(id, trial);
        }
    }

    // What a control does of itself is its own; the rest of it is its stage's.
    private static string[] PlaceOf(UnitId id) => id.Control is null ? ["stages", id.Stage] : ["controls"];

    // A unit that does not fit together has been told already, and has no network to ask.
    private static void TryMaps(PreflightFindings findings, Func<UnitWork> make, Experiment experiment, UnitId unit, TrialRecords records)
    {
        if (records.Find(unit) is null)
            return;
        foreach (var section in experiment.Explain.Where(section => section.Stage == unit.Stage && !records.HasMaps(unit, section)))
        {
            var tried = findings.Try($"explain, {section.Explainer.Name}", () =>
            {
                var work = make();
                ExplainNeeds.Try(section, work);
                return work;
            }, "explain");
            if (tried is not null)
                records.KeepMaps(unit, section);
        }
    }
}
