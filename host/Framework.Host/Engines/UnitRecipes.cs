using Framework.Host.Engines.Stages;
using Framework.Host.Experiments;
using Framework.Host.Experiments.Stages;
using Framework.Host.Planning;
using Framework.Sdk;
using TorchSharp;

namespace Framework.Host.Engines;

/// <summary>Turns the name of a unit into the work that it is.</summary>
/// <param name="prepared">The variant that the units belong to.</param>
/// <param name="earlier">Gives the outputs of the stages that a unit reads.</param>
/// <param name="settings">How the run is executed.</param>
internal sealed class UnitRecipes(PreparedExperiment prepared, IStageReader earlier, RunSettings settings)
{
    private readonly ChainFitting _fitting = new(settings.LoaderThreads, settings.FittingCases);
    private readonly CaseAssignment _assignment = new(prepared);

    /// <summary>Where networks run.</summary>
    public torch.Device Device => settings.Device;

    /// <summary>The work of a unit. A control has the streams of the unit it belongs to, so that the two differ in one thing only.</summary>
    /// <param name="id">Which unit.</param>
    /// <param name="checkpoints">Its folder; figures of fitted transforms are kept there.</param>
    /// <param name="log">Takes what happens.</param>
    /// <param name="cancellation">Stops the fitting of transforms.</param>
    public UnitWork Make(UnitId id, ICheckpointStore checkpoints, IUnitLog log, CancellationToken cancellation)
    {
        var stage = StageOf(id);
        var data = prepared.Data.Of(stage);
        var random = StreamOf(id);
        var cases = _assignment.Of(id);
        var recipe = Recipe(stage, id, cases);
        var pipelines = new StagePipelines(prepared, stage, _fitting, settings.FittingCases);
        var fitting = pipelines.ForFitting(recipe, Fits(stage, id, cases), random, checkpoints, cancellation);
        var start = earlier.Start(id);
        var context = new TrainingContext
        {
            Unit = id.Name,
            Fold = data.Split.Number(id.Fold, id.Repeat),
            Train = new SampleSet(recipe.Train, fitting),
            Validate = new SampleSet(recipe.Validate, fitting),
            Labels = data.Index.Labels,
            Groups = data.Index.Groups,
            Model = recipe.Model,
            Fitting = recipe.Fitting,
            Start = start?.Files,
            Device = settings.Device,
            Random = random,
            LoaderThreads = settings.LoaderThreads,
            Checkpoints = checkpoints,
            Log = log,
        };
        var component = ReferenceEquals(recipe.Trainer, stage.Trainer.Instance) ? stage.Trainer.Name : id.Control!;
        var predicting = pipelines.ForPredicting(fitting, Predicts(stage, id, cases), recipe, random);
        return new UnitWork(recipe.Trainer, component, context, cases.Evaluated, TestTimeViews.Of(stage, predicting, random)) { Start = start?.Words };
    }

    /// <summary>Loads the cases that a unit predicts.</summary>
    /// <param name="id">Which unit.</param>
    /// <param name="checkpoints">Its folder, with the figures of fitted transforms; what is not there is fitted.</param>
    /// <param name="cancellation">Stops the fitting of transforms.</param>
    public SamplePipeline Pipeline(UnitId id, ICheckpointStore checkpoints, CancellationToken cancellation)
    {
        var (stage, cases, random) = (StageOf(id), _assignment.Of(id), StreamOf(id));
        var recipe = Recipe(stage, id, cases);
        var pipelines = new StagePipelines(prepared, stage, _fitting, settings.FittingCases);
        var fitting = pipelines.ForFitting(recipe, Fits(stage, id, cases), random, checkpoints, cancellation);
        return pipelines.ForPredicting(fitting, Predicts(stage, id, cases), recipe, random);
    }

    /// <summary>Has every control say what it cannot do, before anything is trained.</summary>
    /// <exception cref="ExperimentException">A control does not fit its stage or its cases.</exception>
    public void CheckControls(IEnumerable<UnitId> units)
    {
        foreach (var id in units.Where(id => id.Control is not null))
            Recipe(StageOf(id), id, _assignment.Of(id));
    }

    /// <summary>Whether several processes can train a unit together.</summary>
    public bool TrainsInRanks(UnitId id) => Recipe(StageOf(id), id, _assignment.Of(id)) is { Fitting: true, Trainer.TrainsInRanks: true };

    /// <summary>Whether the label maps that a unit predicts are kept: those of a run, and those of its controls that a later stage reads.</summary>
    public bool KeepsMasks(UnitId id) => id.Control is null || prepared.Experiment.Stages.Any(stage => stage.Reads.Contains(id.Stage));

    private StageSection StageOf(UnitId id) => prepared.Experiment.Stages.Single(stage => stage.Name == id.Stage);

    private IEarlierOutputs? Fits(StageSection stage, UnitId id, UnitCases cases) => stage.Reads.Count > 0 ? earlier.ForFitting(id, cases) : null;

    private IEarlierOutputs? Predicts(StageSection stage, UnitId id, UnitCases cases) => stage.Reads.Count > 0 ? earlier.ForPredicting(id, cases) : null;

    private RandomStream StreamOf(UnitId id) => StreamOf(prepared.Experiment, id);

    /// <summary>The stream of a unit.</summary>
    public static RandomStream StreamOf(Experiment experiment, UnitId id)
    {
        var stream = new RandomStream(experiment.Seed).Derive("stage").Derive(id.Stage).Derive(id.Fold).Derive(id.Repeat);
        return id.HeldOut is { } part ? stream.Derive("held out").Derive(part) : stream;
    }

    // The same in every stage: a subset is of the same cases in all of them, and labels change places alike.
    private static RandomStream ControlStream(Experiment experiment, UnitId id) =>
        new RandomStream(experiment.Seed).Derive("control").Derive(id.Fold).Derive(id.Repeat);

    private UnitRecipe Recipe(StageSection stage, UnitId id, UnitCases cases)
    {
        var data = prepared.Data.Of(stage);
        var recipe = new UnitRecipe
        {
            Train = cases.Train,
            FitsOnValidation = stage.FitOn == FitOn.Validate && stage.Trainer.Instance.IsFitted,
            Validate = cases.Validate,
            Trainer = stage.Trainer.Instance,
            Model = stage.Model?.Instance,
            Source = data.Source,
            Labels = data.Index.Labels,
            Groups = data.Index.Groups,
        };
        if (id.Control is not { } name)
            return recipe;
        var control = prepared.Experiment.Controls.Single(control => control.Name == name);
        return control.Instance.Apply(recipe, ControlStream(prepared.Experiment, id).Derive(control.Component.Name));
    }
}
