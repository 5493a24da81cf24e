using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>How much memory a process takes that does one unit: what such units took before, else what a trial says.</summary>
/// <param name="store">Has earlier runs, and what trials said.</param>
/// <param name="plan">What is to be done.</param>
/// <param name="variants">On what.</param>
/// <param name="settings">How.</param>
/// <param name="device">The value of <c>--device</c>.</param>
internal sealed class MemoryNeed(RunStore store, Plan plan, IReadOnlyList<PreparedExperiment> variants, RunSettings settings, string device)
{
    private const int CasesTried = 8;
    private const int MostMapped = 16_384; // files that a cache keeps mapped

    private readonly TrialRecords _records = new(store, plan, device);
    private readonly Lazy<UnitTrials> _trials = new();
    private readonly ILookup<(string, string?), long> _known = (
        from run in store.RunsOf(plan.Experiment)
        from unit in run.Units
        where unit.Status is { State: UnitState.Finished, From: null, PeakMemory: not null }
        select (unit.Unit.Id, unit.Status!.PeakMemory!.Value)).ToLookup(unit => KindOf(unit.Id), unit => unit.Value);

    /// <summary>Whether units that were not tried before are tried. A process that is about to train leaves it, and knows of its program and loader alone.</summary>
    public bool Tries { get; init; } = true;

    /// <summary>Bytes for each kind of the units.</summary>
    /// <param name="units">Names of units of the plan that are to be done.</param>
    /// <param name="cancellation">Stops the trials.</param>
    public IReadOnlyDictionary<string, UnitMemory> Of(IReadOnlyCollection<string> units, CancellationToken cancellation)
    {
        var needs = new Dictionary<string, UnitMemory>();
        foreach (var kind in plan.Units.Where(unit => unit.SameAs is null && units.Contains(unit.Name)).GroupBy(unit => KindOf(unit.Id)))
        {
            var need = _known.Contains(kind.Key) ? new UnitMemory(_known[kind.Key].Max(), IsMeasured: true) : new UnitMemory(Estimate(kind.First().Id, cancellation), IsMeasured: false);
            foreach (var unit in kind)
                needs.Add(unit.Name, need);
        }

        return needs;
    }

    private static (string, string?) KindOf(UnitId unit) => (unit.Stage, unit.Variant);

    private long Estimate(UnitId unit, CancellationToken cancellation)
    {
        var variant = variants.Single(variant => variant.Experiment.Variant == unit.Variant);
        var stage = variant.Experiment.Stages.Single(stage => stage.Name == unit.Stage);
        var trial = settings with { FittingCases = CasesTried };
        var first = new UnitId(unit.Stage, 0, 0, null) { Variant = unit.Variant };
        var made = new UnitRecipes(variant, new Stages.TrialStages(variant, trial), trial).Make(first, NoCheckpoints.Instance, NoLog.Instance, cancellation);
        var loader = made.Trainer.LoaderMemory(made.Context);
        if (_records.Find(first) is { } record)
            return NeedOf(record, made, loader, variant.Experiment.Cache.Size.Bytes);
        if (!Tries)
            return OfThisProcess(loader);
        try
        {
            var size = stage.Model is { } model ? new MeasuredModel(model.Instance) : null;
            var tried = _trials.Value.Of(made, size, made.Context.Fitting && size is not null);
            _records.Keep(first, tried);
            return NeedOf(tried, made, loader, variant.Experiment.Cache.Size.Bytes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The unit will say so itself, and others may go on.
            return OfThisProcess(loader);
        }
    }

    private static long OfThisProcess(LoaderMemory? loader) => new Trial(0, TrainsNetwork: false) { Process = ProcessMemory.Now() ?? 0 }.Need(loader);

    // Kept samples are mapped while the unit goes on, and count where its peak is measured. About as large as what the loader makes of them.
    private static long NeedOf(Trial trial, UnitWork unit, LoaderMemory? loader, long cache)
    {
        if (loader is null || trial.Fitting is not { Cases: > 0 } fitting)
            return trial.Need(loader);
        var cases = unit.Evaluated.SelectMany(part => part.Cases).Concat(unit.Context.Train.Cases).Concat(unit.Context.Validate.Cases).Select(item => item.Id).Distinct().Count();
        return trial.Need(loader) + Math.Min(cache, loader.BatchBytes / fitting.Cases * Math.Min(cases, MostMapped));
    }
}
