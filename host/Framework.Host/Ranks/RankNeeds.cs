using Framework.Host.Batches;
using Framework.Host.Engines;
using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;
using Framework.Torch.Distributed;
using TorchSharp;

namespace Framework.Host.Ranks;

/// <summary>Whether a run can be done by several processes that train together.</summary>
internal static class RankNeeds
{
    private const int CasesTried = 8;

    /// <summary>Checks before anything is trained: the engine, the trainers, and the memory of those that share this machine.</summary>
    /// <exception cref="ExperimentException">It cannot.</exception>
    public static void Check(RunWork work, RunStore store, RankLaunch launch, CancellationToken cancellation)
    {
        RequireEngine(launch.By, work.Settings.Device.type);
        var units = Require(work, launch.By).Where(unit => !unit.IsFinished).ToList();
        if (units.Count == 0)
            return;
        foreach (var unit in units.DistinctBy(unit => (unit.Unit.Id.Stage, unit.Unit.Id.Variant)))
            Try(work.VariantOf(unit.Unit.Id), unit.Unit.Id, work.Settings, launch.Size, cancellation);
        var need = new MemoryNeed(store, work.Folder.Plan, work.Variants, work.Settings, work.Settings.Device.ToString()) { Tries = false };
        CheckMemory(launch.LocalSize, EachOf(need.Of([.. units.Select(unit => unit.Unit.Name)], cancellation)));
    }

    // A trainer refuses a loss or a model that does not come out the same in parts of a batch: in the last stage of a run, that would be after days.
    private static void Try(PreparedExperiment variant, UnitId unit, RunSettings settings, int ranks, CancellationToken cancellation)
    {
        settings = settings with { FittingCases = CasesTried };
        var made = new UnitRecipes(variant, new TrialStages(variant, settings), settings).Make(unit with { Control = null, HeldOut = null }, NoCheckpoints.Instance, NoLog.Instance, cancellation);
        made.Trainer.Try(made.Context with { Ranks = new RankPlace(0, ranks, "", "") });
    }

    /// <summary>Checks before there is a run, as far as that can be known.</summary>
    /// <param name="variants">The experiment.</param>
    /// <param name="plan">Its units.</param>
    /// <param name="settings">How they are done.</param>
    /// <param name="need">Says what a process takes.</param>
    /// <param name="ranks">How many processes of this machine.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>What it comes to, in words.</returns>
    /// <exception cref="ExperimentException">It cannot.</exception>
    public static string Check(IReadOnlyList<PreparedExperiment> variants, Plan plan, RunSettings settings, MemoryNeed need, int ranks, CancellationToken cancellation)
    {
        var by = FormattableString.Invariant($"--ranks {ranks}");
        RequireEngine(by, settings.Device.type);
        var together = Together(variants, by);
        var units = plan.Units.Where(unit => together(unit.Id)).ToList();
        foreach (var unit in units.DistinctBy(unit => (unit.Id.Stage, unit.Id.Variant)))
            Try(variants.Single(variant => variant.Experiment.Variant == unit.Id.Variant), unit.Id, settings, ranks, cancellation);
        var each = EachOf(need.Of([.. units.Select(unit => unit.Name)], cancellation));
        CheckMemory(ranks, each);
        return FormattableString.Invariant($"{ranks} processes train {units.Count} of {Counted.Units(plan.Units.Count)} together, with about {ranks * each / 1e9:0.0} GB of memory");
    }

    private static void CheckMemory(int ranks, long each) => new MemoryShare(ranks, ProcessMemory.Available(), "--ranks", "processes").Add(ranks, each);

    private static long EachOf(IReadOnlyDictionary<string, UnitMemory> units) => units.Values.Select(need => need.Bytes).DefaultIfEmpty(0).Max();

    /// <summary>The units that train in ranks.</summary>
    /// <param name="work">The run.</param>
    /// <param name="by">What asks for ranks, for the message.</param>
    /// <exception cref="ExperimentException">There are none.</exception>
    public static IReadOnlyList<UnitFolder> Require(RunWork work, string by)
    {
        var together = Together(work.Variants, by);
        return [.. work.Folder.Units.Where(unit => together(unit.Unit.Id))];
    }

    /// <summary>Which units of an experiment train in ranks.</summary>
    /// <param name="variants">The experiment.</param>
    /// <param name="by">What asks for ranks, for the message.</param>
    /// <exception cref="ExperimentException">None can; the trainers are named.</exception>
    public static Func<UnitId, bool> Together(IReadOnlyList<PreparedExperiment> variants, string by)
    {
        RequireTrainer(variants[0].Experiment, by);
        var settings = new RunSettings { Device = torch.CPU, CommandLine = "" };
        var recipes = variants.ToDictionary(variant => variant.Experiment.Variant ?? "", variant => new UnitRecipes(variant, new TrialStages(variant, settings), settings));
        return id => recipes[id.Variant ?? ""].TrainsInRanks(id);
    }

    /// <summary>Checks the engine before anybody knows where the network runs.</summary>
    /// <param name="by">What asks for ranks, for the message.</param>
    /// <exception cref="ExperimentException">It was built without what ranks talk by.</exception>
    public static void RequireEngine(string by)
    {
        if (!DistributedEngine.IsAvailable)
            RequireEngine(by, DeviceType.CPU);
    }

    /// <summary>Checks the engine.</summary>
    /// <param name="by">What asks for ranks, for the message.</param>
    /// <param name="device">Where the network runs.</param>
    /// <exception cref="ExperimentException">It was built without what ranks talk by.</exception>
    public static void RequireEngine(string by, DeviceType device)
    {
        if (DistributedEngine.Missing(device) is { } missing)
            throw new ExperimentException($"{by}: {missing}");
    }

    /// <summary>Checks the trainers, for which no data are needed.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="by">What asks for ranks, for the message.</param>
    /// <exception cref="ExperimentException">None of them can; they are named.</exception>
    public static void RequireTrainer(Experiment experiment, string by)
    {
        var stages = experiment.AllVariants().SelectMany(variant => variant.Stages).ToList();
        if (!stages.Exists(stage => stage.Trainer.Instance.TrainsInRanks))
            throw new ExperimentException($"{by}: nothing in this experiment can be trained by several processes together: {string.Join(", ", stages.Select(stage => $"'{stage.Name}' is fitted by '{stage.Trainer.Name}'").Distinct())}. Leave it out.");
    }
}
