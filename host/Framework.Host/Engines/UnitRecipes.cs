using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Turns the name of a unit into the work that it is.</summary>
internal sealed class UnitRecipes(Experiment experiment, PreparedData data, RunSettings settings)
{
    private readonly ChainFitting _fitting = new(data.Source, settings.LoaderThreads, settings.FittingCases);

    /// <summary>The work of a unit. A control has the streams of the unit it belongs to, so that the two differ in one thing only.</summary>
    /// <param name="id">Which unit.</param>
    /// <param name="checkpoints">Its folder; figures of fitted transforms are kept there.</param>
    /// <param name="log">Takes what happens.</param>
    /// <param name="cancellation">Stops the fitting of transforms.</param>
    public UnitWork Make(UnitId id, ICheckpointStore checkpoints, IUnitLog log, CancellationToken cancellation)
    {
        var stage = StageOf(id);
        var random = StreamOf(id);
        var recipe = Recipe(stage, id, random);
        var pipeline = Pipeline(stage, recipe, random, checkpoints, cancellation);
        var context = new TrainingContext
        {
            Unit = id.Name,
            Fold = data.Split.Number(id.Fold, id.Repeat),
            Train = new SampleSet(recipe.Train, pipeline),
            Validate = new SampleSet(recipe.Validate, pipeline),
            Labels = data.Index.Labels,
            Groups = data.Index.Groups,
            Model = recipe.Model,
            Fitting = recipe.Fitting,
            Device = settings.Device,
            Random = random,
            LoaderThreads = settings.LoaderThreads,
            Checkpoints = checkpoints,
            Log = log,
        };
        var component = ReferenceEquals(recipe.Trainer, stage.Trainer.Instance) ? stage.Trainer.Name : id.Control!;
        return new UnitWork(recipe.Trainer, component, context, Evaluated(id, pipeline));
    }

    /// <summary>Loads a unit's cases.</summary>
    /// <param name="id">Which unit.</param>
    /// <param name="checkpoints">Its folder, with the figures of fitted transforms; what is not there is fitted.</param>
    /// <param name="cancellation">Stops the fitting of transforms.</param>
    public SamplePipeline Pipeline(UnitId id, ICheckpointStore checkpoints, CancellationToken cancellation) =>
        Pipeline(StageOf(id), Recipe(StageOf(id), id, StreamOf(id)), StreamOf(id), checkpoints, cancellation);

    /// <summary>Has every control say what it cannot do, before anything is trained.</summary>
    /// <exception cref="ExperimentException">A control does not fit its stage or its cases.</exception>
    public void CheckControls(IEnumerable<UnitId> units)
    {
        foreach (var id in units.Where(id => id.Control is not null))
            Recipe(StageOf(id), id, StreamOf(id));
    }

    private SamplePipeline Pipeline(StageSection stage, UnitRecipe recipe, RandomStream random, ICheckpointStore checkpoints, CancellationToken cancellation)
    {
        // Fitted on images as they are, also where a control changes them, so that it differs from its unit in one thing only.
        var steps = _fitting.Fit(stage, recipe.Train, new KeptStatistics(checkpoints), cancellation).Steps;
        var isChanged = recipe.Appended.Count > 0 || !ReferenceEquals(recipe.Source, data.Source);
        return new SamplePipeline(recipe.Source, [.. steps, .. recipe.Appended], random)
        {
            Cache = isChanged ? null : data.Caches?.Of(stage, data.Source, recipe.Train, settings.FittingCases),
        };
    }

    private StageSection StageOf(UnitId id) => experiment.Stages.Single(stage => stage.Name == id.Stage);

    private RandomStream StreamOf(UnitId id) =>
        new RandomStream(experiment.Seed).Derive("stage").Derive(id.Stage).Derive(id.Fold).Derive(id.Repeat);

    private UnitRecipe Recipe(StageSection stage, UnitId id, RandomStream random)
    {
        var recipe = new UnitRecipe
        {
            Train = data.Split.Cases(id.Fold, Part.Train, id.Repeat),
            Validate = data.Split.Cases(id.Fold, Part.Validate, id.Repeat),
            Trainer = stage.Trainer.Instance,
            Model = stage.Model?.Instance,
            Source = data.Source,
            Labels = data.Index.Labels,
            Groups = data.Index.Groups,
        };
        if (id.Control is not { } name)
            return recipe;
        var control = experiment.Controls.Single(control => control.Name == name);
        return control.Instance.Apply(recipe, random.Derive("control").Derive(control.Component.Name));
    }

    private IReadOnlyList<(string Name, SampleSet Samples)> Evaluated(UnitId id, SamplePipeline pipeline) =>
        [
            .. from part in PreparedData.Evaluated
               let cases = data.Split.Cases(id.Fold, part.Part, id.Repeat)
               where cases.Count > 0
               select (part.Name, new SampleSet(cases, pipeline)),
        ];
}
