using Framework.Host.Engines.Decisions;
using Framework.Host.Engines.External;
using Framework.Host.Experiments;
using Framework.Host.Plugins;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Comparison;

/// <summary>A finished run, or one variant of it, as another is compared with it: its own units, without controls.</summary>
/// <param name="Folder">Its folder.</param>
/// <param name="Experiment">What it did.</param>
internal sealed record ComparedRun(RunFolder Folder, Experiment Experiment)
{
    /// <summary>What the command line calls it.</summary>
    public string Name => Experiment.Variant is null ? Folder.Path : $"{Folder.Path}@{Experiment.Variant}";

    /// <summary>The stages and splits that it has predictions of.</summary>
    public IReadOnlyList<(string Stage, string Split)> Tables =>
    [
        .. from stage in Experiment.Stages
           from split in PreparedData.Evaluated.Select(part => part.Name).Append(ExternalEvaluation.Split)
           where Units(stage).Any() && File.Exists(Folder.PredictionsFile(stage.Name, Experiment.Variant is null ? split : $"{split}@{Experiment.Variant}"))
           select (stage.Name, split),
    ];

    /// <summary>One variant of a run.</summary>
    /// <param name="folder">A finished run.</param>
    /// <param name="experiment">Its experiment.</param>
    /// <param name="variant">The variant's name; null where the run has none.</param>
    /// <exception cref="ExperimentException">The run has variants and none is named, or there is none of that name.</exception>
    public static ComparedRun Of(RunFolder folder, Experiment experiment, string? variant)
    {
        string[] names = [.. experiment.AllVariants().Select(own => own.Variant).OfType<string>()];
        var listed = string.Join(", ", names.Select(name => $"'{name}'"));
        if (names.Length > 0 && variant is null)
            throw new ExperimentException($"{folder.Path}: this run has {names.Length} variants, and one is compared. Name it behind the run, as in '{folder.Path}@{names[0]}'. There are {listed}.");
        return experiment.AllVariants().FirstOrDefault(own => own.Variant == variant) is { } chosen
            ? new ComparedRun(folder, chosen with { OtherVariants = [] })
            : throw new ExperimentException(names.Length == 0
                ? $"{folder.Path}: this run has no variants, since its experiment has no 'matrix'. Leave '@{variant}' out."
                : $"{folder.Path}: there is no variant '{variant}'.{NearestName.Suggest(variant!, names)} There are {listed}.");
    }

    /// <summary>One row a case, then one for each of what cases are joined into, with outputs and thresholds as they are scored.</summary>
    public IReadOnlyList<(string At, Predictions Table)> Levels(string stage, string split)
    {
        var section = Experiment.Stages.Single(own => own.Name == stage);
        var none = new Dictionary<string, Case>(); // rows say who they are
        var units =
            (from unit in Units(section)
             let rule = new DecisionRule(section, unit.Decisions)
             from file in new[] { unit.Predictions, unit.External }
             where File.Exists(file)
             from part in PredictionsFile.Read(file, none, unit.Status?.Frozen?.Groups ?? Folder.Provenance!.Data.Groups)
             where part.Split == split
             select (unit.Unit.Name, Rule: rule, Calibrated: rule.Calibrate(part.Table))).ToList();
        if (section.Ensemble is not null && Folder.Ensembles.FirstOrDefault(ensemble => ensemble.IsOf(stage, null, Experiment.Variant)) is { } frozen)
            return new EnsembleRule(section, Experiment.Levels, frozen).Join(units.ToDictionary(unit => unit.Name, unit => unit.Calibrated));
        var levels = units.ConvertAll(unit => LevelTables.Of(unit.Calibrated, Experiment.Levels, unit.Rule.Decide).ToList());
        return [.. Enumerable.Range(0, levels[0].Count).Select(level => (levels[0][level].At, Evaluation.OneRowPerCase(Predictions.Concat([.. levels.Select(own => own[level].Table)]))))];
    }

    private IEnumerable<UnitFolder> Units(StageSection stage) =>
        Folder.Units.Where(unit => unit.Unit.Id is { Control: null, HeldOut: null } id && id.Variant == Experiment.Variant && id.Stage == stage.Name);
}
