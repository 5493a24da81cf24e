using Framework.Host.Engines.Stages;
using Framework.Host.Planning;
using Framework.Host.Runs;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>How much memory a process takes that does one unit: what such units took before, else what can be told without training.</summary>
internal static class MemoryNeed
{
    private const int CasesTried = 8;

    /// <summary>Bytes for the most demanding of the units. Where no run of the experiment has measured it, this is what loading takes beside the
    /// engine and the index; weights and activations come on top.</summary>
    public static long Of(RunWork work, RunStore store, IEnumerable<UnitFolder> units, CancellationToken cancellation) =>
        Of(work.Variants, work.Settings, store, units.Select(unit => unit.Unit.Id), cancellation);

    /// <summary>The same before there is a run.</summary>
    public static long Of(IReadOnlyList<PreparedExperiment> variants, RunSettings settings, RunStore store, IEnumerable<UnitId> units, CancellationToken cancellation)
    {
        var known = (
            from run in store.RunsOf(variants[0].Experiment.Name)
            from unit in run.Units
            where unit.Status is { State: UnitState.Finished, From: null, PeakMemory: not null }
            select (unit.Unit.Id.Stage, unit.Status!.PeakMemory!.Value)).ToLookup(unit => unit.Stage, unit => unit.Value);
        return units.DistinctBy(unit => unit.Stage).Max(unit => (long?)(known.Contains(unit.Stage)
            ? known[unit.Stage].Max()
            : Estimate(variants.Single(variant => variant.Experiment.Variant == unit.Variant), settings, unit, cancellation))) ?? 0;
    }

    private static long Estimate(PreparedExperiment variant, RunSettings settings, UnitId unit, CancellationToken cancellation)
    {
        settings = settings with { Device = torch.CPU, FittingCases = CasesTried };
        var recipes = new UnitRecipes(variant, new TrialStages(variant, settings), settings);
        var made = recipes.Make(unit with { Control = null, HeldOut = null }, NoCheckpoints.Instance, NoLog.Instance, cancellation);
        return (ProcessMemory.Now() ?? 0) + (made.Trainer.LoaderMemory(made.Context)?.Total ?? 0);
    }
}
