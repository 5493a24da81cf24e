using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>Turns an experiment and its data into units with keys and edges.</summary>
internal sealed class Planner(ComponentCatalogue catalogue)
{
    /// <summary>The units of every variant, stage, repeat, fold and control, each after those that it reads; a control comes after the unit it belongs to.</summary>
    /// <param name="variants">The variants of one experiment, the first one first.</param>
    /// <exception cref="ExperimentException">A part that a stage is fitted or scored on is empty.</exception>
    public Plan Make(IReadOnlyList<PreparedExperiment> variants)
    {
        var units = new Dictionary<string, PlannedUnit>();
        var first = new Dictionary<string, string>();
        var facts = new KeyFacts();
        foreach (var (variant, id) in variants.SelectMany(variant => Ids(variant).Select(id => (variant, id))))
        {
            var stage = variant.Experiment.Stages.Single(stage => stage.Name == id.Stage);
            string[] reads = [.. Reads(variant.Experiment, stage, id).Select(read => read.Name)];
            var key = KeyOf(facts, variant, stage, id, [.. reads.Select(read => units[read].Key)]);
            units.Add(id.Name, new PlannedUnit(id.Name, id, key, reads) { SameAs = first.GetValueOrDefault(key) });
            first.TryAdd(key, id.Name);
        }

        var whole = variants[0].Experiment;
        return new Plan { Experiment = whole.Name, Hash = whole.Hash, Data = FingerprintOf(variants), Units = [.. units.Values] };
    }

    /// <summary>The units that a unit reads.</summary>
    public static IEnumerable<UnitId> Reads(Experiment experiment, StageSection stage, UnitId id) => Outputs(experiment, stage, id).Concat(Continued(experiment, stage, id));

    /// <summary>The units that a unit may go on from: the repeats of its fold.</summary>
    public static IEnumerable<UnitId> Continued(Experiment experiment, StageSection stage, UnitId id) => stage.Continues is not { } other
        ? []
        : Enumerable.Range(0, experiment.Repeats).Select(repeat => id.Of(other) with { Control = null, Repeat = id.Repeat + (repeat * experiment.Split.Instance.Repeats) });

    private static IEnumerable<UnitId> Outputs(Experiment experiment, StageSection stage, UnitId id) =>
        from name in stage.Reads
        let read = experiment.Stages.Single(other => other.Name == name)
        from part in stage.FitOn == FitOn.Train ? HeldOut(read) : [null]
        select id.Of(name) with { HeldOut = part, Control = read.HasControls ? id.Control : null };

    private static IEnumerable<UnitId> Ids(PreparedExperiment variant) =>
        from stage in variant.Experiment.Stages
        let split = variant.Data.Of(stage).Split
        from repeat in Enumerable.Range(0, stage.Continues is null ? split.Repeats : split.Repeats / variant.Experiment.Repeats)
        from fold in Enumerable.Range(0, split.Folds)
        from control in variant.Experiment.Controls.Where(_ => stage.HasControls).Select(control => control.Name).Prepend(null)
        from part in HeldOut(stage)
        select new UnitId(stage.Name, fold, repeat, control) { HeldOut = part, Variant = variant.Experiment.Variant };

    /// <summary>The unit that is fitted on everything, then those that leave a part out.</summary>
    private static IEnumerable<int?> HeldOut(StageSection stage) => Enumerable.Range(0, stage.CrossFit ?? 0).Select(part => (int?)part).Prepend(null);

    private static string FingerprintOf(IReadOnlyList<PreparedExperiment> variants)
    {
        string[] all = [.. variants.SelectMany(variant => variant.Experiment.Stages.Select(stage => variant.Data.Of(stage).Index.Fingerprint).Prepend(variant.Data.Index.Fingerprint)).Distinct()];
        using var key = new UnitKey();
        return all.Length == 1 ? all[0] : all.Aggregate(key, (sum, one) => sum.Add("data", one)).ToString();
    }

    private string KeyOf(KeyFacts facts, PreparedExperiment variant, StageSection stage, UnitId id, IReadOnlyList<string> reads)
    {
        var experiment = variant.Experiment;
        using var key = new UnitKey();
        key.Add("unit", id.Work + facts.Cases(variant, stage, id)).Add("seed", experiment.Seed.ToString(CultureInfo.InvariantCulture));
        if (experiment.Phantom is { } cohort)
            key.Add("cohort", string.Create(CultureInfo.InvariantCulture, $"{cohort.Cases} {cohort.Seed}"));
        var control = experiment.Controls.SingleOrDefault(control => control.Name == id.Control);
        string?[] options = [experiment.Phantom?.Phantom.Canonical, (stage.Data ?? experiment.Data).Source.Canonical, stage.Canonical, control?.Canonical];
        foreach (var canonical in options.OfType<string>())
            key.Add("options", canonical);
        foreach (var hash in facts.Pretrained(options.OfType<string>()))
            key.Add("pretrained", hash);
        foreach (var build in ComponentBuild.Named(catalogue, options.OfType<string>()).Prepend(ComponentBuild.Of(typeof(IPlugin))))
            key.Add(build.Assembly, $"{build.Version} {build.Build}");
        foreach (var read in reads)
            key.Add("reads", read);
        return key.ToString();
    }
}
