using System.Globalization;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Sdk;

namespace Framework.Host.Planning;

/// <summary>Turns an experiment and its data into units with keys.</summary>
internal sealed class Planner(ComponentCatalogue catalogue)
{
    /// <summary>The units of every stage, repeat, fold and control; a control comes after the unit it belongs to.</summary>
    public Plan Make(Experiment experiment, DataIndex index, CaseSplit split)
    {
        var divisions =
            (from repeat in Enumerable.Range(0, split.Repeats)
             from fold in Enumerable.Range(0, split.Folds)
             select (Fold: fold, Repeat: repeat, Cases: CasesOf(index, split, fold, repeat))).ToList();
        var units =
            from stage in experiment.Stages
            from division in divisions
            from control in experiment.Controls.Prepend(null)
            let id = new UnitId(stage.Name, division.Fold, division.Repeat, control?.Name)
            select new PlannedUnit(id.Name, id, KeyOf(experiment, stage, control, id.Name + division.Cases), Reads: []);
        return new Plan { Experiment = experiment.Name, Hash = experiment.Hash, Data = index.Fingerprint, Units = [.. units] };
    }

    /// <summary>Identities, subjects and labels of each part; those behind the lock determine nothing.</summary>
    private static string CasesOf(DataIndex index, CaseSplit split, int fold, int repeat) =>
        string.Concat(CaseSplit.Parts.Select(part => $" {part} {DataFingerprint.Of(index.Labels, split.Cases(fold, part, repeat))}"));

    private string KeyOf(Experiment experiment, StageSection stage, Bound<IControl>? control, string unit)
    {
        using var key = new UnitKey();
        key.Add("unit", unit).Add("seed", experiment.Seed.ToString(CultureInfo.InvariantCulture));
        if (experiment.Phantom is { } cohort)
            key.Add("cohort", string.Create(CultureInfo.InvariantCulture, $"{cohort.Cases} {cohort.Seed}"));
        string?[] options = [experiment.Phantom?.Phantom.Canonical, experiment.Data.Source.Canonical, stage.Canonical, control?.Canonical];
        foreach (var canonical in options.OfType<string>())
            key.Add("options", canonical);
        foreach (var hash in PretrainedFiles.Hashes(options.OfType<string>()))
            key.Add("pretrained", hash);
        foreach (var build in ComponentBuild.Named(catalogue, options.OfType<string>()).Prepend(ComponentBuild.Of(typeof(IPlugin))))
            key.Add(build.Assembly, $"{build.Version} {build.Build}");
        return key.ToString();
    }
}
