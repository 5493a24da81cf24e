using Framework.Components.Data.Findings;
using Framework.Host.Engines.Frozen;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Host.Planning;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Stages;

/// <summary>Reads what finished units of a run said.</summary>
internal sealed class FinishedStages(RunFolder run, PreparedExperiment prepared) : IStageReader
{
    private readonly IReadOnlyList<StageSection> _stages = prepared.Experiment.Stages;

    /// <inheritdoc />
    public IEarlierOutputs ForFitting(UnitId id, UnitCases cases)
    {
        var stage = Of(id.Stage);
        if (!stage.Trainer.Instance.IsFitted)
            return Collect(id, stage, []); // nothing to learn from, so nothing to know
        return stage.FitOn == FitOn.Validate
            ? Collect(id, stage, cases.Train, ValidateName)
            : Collect(id, stage, [.. cases.Train, .. cases.Validate], CaseAssignment.OutOfFold, ValidateName);
    }

    /// <inheritdoc />
    public IEarlierOutputs ForPredicting(UnitId id, UnitCases cases) =>
        Collect(id, Of(id.Stage), [.. cases.Evaluated.SelectMany(part => part.Cases)], [.. cases.Evaluated.Select(part => part.Split)]);

    /// <inheritdoc />
    public (ICheckpointStore Files, string Words)? Start(UnitId id) => ContinuedUnit.Of(run, prepared.Experiment, id) is { } unit ? (new ReadOnlyFiles(unit.Unit.Path), unit.Words) : null;

    private static string ValidateName => PreparedData.Evaluated.Single(part => part.Part == Part.Validate).Name;

    private StageSection Of(string name) => _stages.Single(stage => stage.Name == name);

    private EarlierOutputs Collect(UnitId id, StageSection stage, IReadOnlyList<Case> cases, params string[] splits) => EarlierOutputs.Collect(
        id.Name, cases, [.. stage.Reads.Select(Of).Select(read => (read, CaseRelation.Between(read, stage, own => prepared.Data.Of(own).Split.Reachable), Said(id, stage, read, splits)))]);

    /// <summary>By the identity of the earlier stage's cases.</summary>
    private Dictionary<string, StageOutput> Said(UnitId id, StageSection stage, StageSection read, string[] splits)
    {
        var data = prepared.Data.Of(read);
        var said = new Dictionary<string, StageOutput>(StringComparer.Ordinal);
        foreach (var unit in Planner.Reads(prepared.Experiment, stage, id).Where(unit => unit.Stage == read.Name).Select(FolderOf))
        {
            foreach (var (split, table) in PredictionsFile.Read(unit.Predictions, data.Cases, data.Index.Groups).Where(part => splits.Contains(part.Split)))
            {
                foreach (var (name, output) in SaidOfCases.Of(FeaturesTable.Attach(unit, split, FindingsTable.Attach(unit, split, table)), new MaskFolder(unit.Path), data.Cases))
                    said.Add(name, output);
            }
        }

        return said;
    }

    private UnitFolder FolderOf(UnitId id) => run.Units.Single(unit => unit.Unit.Id == id) is { IsFinished: true } finished
        ? finished
        : throw new TrainingException($"{id.Name}: its results are read, and they are not complete. Run the experiment without --only, which does what is missing first.");
}
