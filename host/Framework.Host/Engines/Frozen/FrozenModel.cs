using Framework.Components.Data;
using Framework.Host.Engines.Decisions;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Everything that one variant of a finished run predicts with: weights, fitted transforms, calibrations and thresholds of all stages, folds and repeats.</summary>
internal sealed class FrozenModel
{
    private FrozenModel(RunFolder folder, Experiment experiment, DataFacts data) => (Folder, Experiment, Data) = (folder, experiment, data);

    /// <summary>The run's folder, or that of an opened bundle.</summary>
    public RunFolder Folder { get; }

    /// <summary>The experiment, with the data that it is used on.</summary>
    public Experiment Experiment { get; }

    /// <summary>What the data of the run were.</summary>
    public DataFacts Data { get; }

    /// <summary>The units that predict, each after those that it reads, without controls and those that leave a part out.</summary>
    public IReadOnlyList<UnitFolder> Units => [.. Folder.Units.Where(unit => unit.Unit.Id is { Control: null, HeldOut: null } id && id.Variant == Experiment.Variant)];

    /// <summary>The figures of the run, those of its controls among them.</summary>
    public IReadOnlyList<MetricRow> Metrics => [.. (Folder.Metrics ?? []).Where(row => row.Variant == Experiment.Variant)];

    /// <summary>Hexadecimal SHA-256 over all weights, figures and decisions: another model has another.</summary>
    public string Hash
    {
        get
        {
            using var key = new UnitKey();
            foreach (var unit in Units)
            {
                key.Add("unit", unit.Unit.Name).Add("training", FrozenOf(unit).Training).Add("decisions", unit.Decisions?.Key ?? "");
                foreach (var (name, hash) in FrozenOf(unit).Files.OrderBy(file => file.Key, StringComparer.Ordinal))
                    key.Add(name, hash);
            }

            foreach (var ensemble in Ensembles)
                key.Add("ensemble", ensemble.Key);
            return key.ToString();
        }
    }

    /// <summary>How the folds and repeats of its stages are joined, where they are not simply averaged.</summary>
    public IReadOnlyList<FrozenEnsemble> Ensembles => [.. Folder.Ensembles.Where(ensemble => ensemble.Control is null && ensemble.Variant == Experiment.Variant)];

    /// <summary>Opens the model of a run, and checks every file of it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="experiment">One variant of its experiment, of which only the data may be other ones.</param>
    /// <exception cref="ExperimentException">The run is not finished.</exception>
    /// <exception cref="DataFormatException">A file is missing or not what the run left.</exception>
    public static FrozenModel Open(RunFolder folder, Experiment experiment)
    {
        if (folder.Provenance is not { Finished: not null, Data: { } data })
            throw new ExperimentException($"{folder.Path}: this run is not finished, and only a finished one has a frozen model. Run it to its end first.");
        return Of(folder, experiment, data);
    }

    /// <summary>The model of a run whose units are finished, while the rest of it is still being done.</summary>
    /// <exception cref="DataFormatException">A file is missing or not what the unit left.</exception>
    public static FrozenModel OfUnits(RunFolder folder, Experiment experiment) => Of(folder, experiment, folder.Provenance!.Data);

    private static FrozenModel Of(RunFolder folder, Experiment experiment, DataFacts data)
    {
        var model = new FrozenModel(folder, experiment, data);
        foreach (var unit in model.Units)
            Check(unit, model.StageOf(unit));
        foreach (var stage in experiment.Stages)
            _ = model.EnsembleOf(stage);
        return model;
    }

    /// <summary>The stage that a unit is of.</summary>
    public StageSection StageOf(UnitFolder unit) => Experiment.Stages.Single(stage => stage.Name == unit.Unit.Id.Stage);

    /// <summary>The units of a stage.</summary>
    public IReadOnlyList<UnitFolder> UnitsOf(StageSection stage) => [.. Units.Where(unit => unit.Unit.Id.Stage == stage.Name)];

    /// <summary>Joins the units of a stage; null where they are averaged.</summary>
    /// <exception cref="DataFormatException">What was fitted of it is not there.</exception>
    public EnsembleRule? EnsembleOf(StageSection stage)
    {
        if (stage.Ensemble is null)
            return null;
        var frozen = Ensembles.FirstOrDefault(ensemble => ensemble.Stage == stage.Name);
        if (frozen is null || !frozen.Groups.SelectMany(group => group.Units).Order(StringComparer.Ordinal).SequenceEqual(UnitsOf(stage).Select(unit => unit.Unit.Name).Order(StringComparer.Ordinal)))
            throw new DataFormatException($"{Folder.EnsemblesFile}: it is not there or torn, or does not join the units of '{stage.Name}'. Restore it from a copy, or let './framework report' make it again.");
        return new EnsembleRule(stage, Experiment.Levels, frozen);
    }

    /// <summary>The unit of an earlier stage that a unit reads when it predicts.</summary>
    public UnitFolder Read(UnitFolder unit, string earlier) => Units.Single(other => other.Unit.Id == unit.Unit.Id.Of(earlier));

    /// <summary>The labels of a stage's cases.</summary>
    /// <exception cref="ExperimentException">An older version ran it, which did not keep the labels of such a stage.</exception>
    public IReadOnlyList<string> LabelsOf(StageSection stage) => FrozenOf(UnitsOf(stage)[0]).Labels ?? (stage.Data is null && Experiment.Variant is null
        ? Data.Labels
        : throw new ExperimentException($"{Folder.Path}: an older version ran this, and did not keep the labels of the stage '{stage.Name}'. Run the experiment again with --new."));

    /// <summary>Which labels of a stage's cases are the classes of one question.</summary>
    public IReadOnlyList<LabelGroup> GroupsOf(StageSection stage) => FrozenOf(UnitsOf(stage)[0]).Groups ?? Data.Groups;

    /// <summary>What a unit predicts with.</summary>
    /// <exception cref="DataFormatException">The unit keeps nothing of that kind.</exception>
    public static FrozenUnit FrozenOf(UnitFolder unit) => unit.Status is { State: UnitState.Finished, Frozen: { } frozen }
        ? frozen
        : throw new DataFormatException($"{unit.Path}: the unit keeps no weights to predict with. It is not finished, or an older version ran it: run the experiment again with --new.");

    private static void Check(UnitFolder unit, StageSection stage)
    {
        foreach (var (name, hash) in FrozenOf(unit).Files)
        {
            var path = unit.File(name);
            if (!File.Exists(path))
                throw new DataFormatException($"{path}: the file is not there. Restore it from a copy, or run the experiment again with --new.");
            if (FileHash.Of(path) != hash)
                throw new DataFormatException($"{path}: the file is not what the run left. Restore it from a copy, or run the experiment again with --new.");
        }

        if (stage.Calibrate is null && stage.Threshold is null)
            return;
        if (unit.Decisions is not { } decisions)
            throw new DataFormatException($"{unit.File(UnitFolder.DecisionsName)}: the file is not there or torn, and the stage '{stage.Name}' calibrates or has thresholds. Restore it from a copy.");
        if (decisions.Unit != unit.Unit.Id.Work || decisions.Training != FrozenOf(unit).Training || decisions.Validation != FrozenOf(unit).Validation)
        {
            throw new ExperimentException($"{unit.File(UnitFolder.DecisionsName)}: these calibrations and thresholds were fitted for '{decisions.Unit}' on other subjects. "
                + "Those of one fold have seen whom another is tested on: restore the unit's own file.");
        }
    }
}
