using Framework.Components.Data;
using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>Everything that a finished run predicts with: weights, fitted transforms, calibrations and thresholds of all folds and repeats.</summary>
internal sealed class FrozenModel
{
    private FrozenModel(RunFolder folder, Experiment experiment, DataFacts data) => (Folder, Experiment, Data) = (folder, experiment, data);

    /// <summary>The run's folder, or that of an opened bundle.</summary>
    public RunFolder Folder { get; }

    /// <summary>The experiment, with the data that it is used on.</summary>
    public Experiment Experiment { get; }

    /// <summary>What the data of the run were.</summary>
    public DataFacts Data { get; }

    /// <summary>The units that predict, without controls.</summary>
    public IReadOnlyList<UnitFolder> Units => [.. Folder.Units.Where(unit => unit.Unit.Id is { Control: null, HeldOut: null })];

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

            return key.ToString();
        }
    }

    /// <summary>Opens the model of a run, and checks every file of it.</summary>
    /// <param name="folder">The run's folder.</param>
    /// <param name="experiment">Its experiment, of which only the data may be other ones.</param>
    /// <exception cref="ExperimentException">The run is not finished.</exception>
    /// <exception cref="DataFormatException">A file is missing or not what the run left.</exception>
    public static FrozenModel Open(RunFolder folder, Experiment experiment)
    {
        if (folder.Provenance is not { Finished: not null, Data: { } data })
            throw new ExperimentException($"{folder.Path}: this run is not finished, and only a finished one has a frozen model. Run it to its end first.");
        if (experiment.OtherVariants.Count > 0)
            throw new ExperimentException($"{folder.Path}: this run has {experiment.OtherVariants.Count + 1} variants, and a frozen model is one. Run the variant that was chosen as an experiment of its own, without 'matrix': its units are taken from here.");
        if (experiment.Stages.FirstOrDefault(stage => stage.Reads.Count > 0 || stage.Data is not null) is { } bound)
            throw new ExperimentException($"{folder.Path}: the stage '{bound.Name}' reads other stages or has data of its own, and this version freezes models of stages that stand alone. Run such a stage as an experiment of its own.");
        var model = new FrozenModel(folder, experiment, data);
        foreach (var unit in model.Units)
            Check(unit, experiment.Stages.Single(stage => stage.Name == unit.Unit.Id.Stage));
        return model;
    }

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
        if (decisions.Unit != unit.Unit.Name || decisions.Training != FrozenOf(unit).Training || decisions.Validation != FrozenOf(unit).Validation)
        {
            throw new ExperimentException($"{unit.File(UnitFolder.DecisionsName)}: these calibrations and thresholds were fitted for '{decisions.Unit}' on other subjects. "
                + "Those of one fold have seen whom another is tested on: restore the unit's own file.");
        }
    }
}
