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
    public static long Of(RunWork work, RunStore store, IEnumerable<UnitFolder> units, CancellationToken cancellation)
    {
        var known = (
            from run in store.RunsOf(work.Folder.Plan.Experiment)
            from unit in run.Units
            where unit.Status is { State: UnitState.Finished, From: null, PeakMemory: not null }
            select (unit.Unit.Id.Stage, unit.Status!.PeakMemory!.Value)).ToLookup(unit => unit.Stage, unit => unit.Value);
        return units.DistinctBy(unit => unit.Unit.Id.Stage).Max(unit => (long?)(known.Contains(unit.Unit.Id.Stage)
            ? known[unit.Unit.Id.Stage].Max()
            : Estimate(work, unit.Unit.Id, cancellation))) ?? 0;
    }

    private static long Estimate(RunWork work, UnitId unit, CancellationToken cancellation)
    {
        var variant = work.VariantOf(unit);
        var settings = work.Settings with { Device = torch.CPU, FittingCases = CasesTried };
        var recipes = new UnitRecipes(variant, new TrialStages(variant, settings), settings);
        var made = recipes.Make(unit with { Control = null, HeldOut = null }, NoCheckpoints.Instance, NoLog.Instance, cancellation);
        return (ProcessMemory.Now() ?? 0) + (made.Trainer.LoaderMemory(made.Context)?.Total ?? 0);
    }
}
