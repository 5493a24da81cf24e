using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Turns the name of a unit into the work that it is.</summary>
internal sealed class UnitRecipes(Experiment experiment, PreparedData data, RunSettings settings)
{
    /// <summary>The work of a unit. A control has the streams of the unit it belongs to, so that the two differ in one thing only.</summary>
    public UnitWork Make(UnitId id, ICheckpointStore checkpoints, IUnitLog log)
    {
        var stage = StageOf(id);
        var random = StreamOf(id);
        var recipe = Recipe(stage, id, random);
        var pipeline = Pipeline(id);
        var context = new TrainingContext
        {
            Unit = id.Name,
            Fold = id.Fold,
            Train = new SampleSet(recipe.Train, pipeline),
            Validate = new SampleSet(recipe.Validate, pipeline),
            Labels = data.Index.Labels,
            Model = stage.Model?.Instance,
            Fitting = recipe.Fitting,
            Device = settings.Device,
            Random = random,
            LoaderThreads = settings.LoaderThreads,
            Checkpoints = checkpoints,
            Log = log,
        };
        var component = ReferenceEquals(recipe.Trainer, stage.Trainer.Instance) ? stage.Trainer.Name : id.Control!;
        return new UnitWork(recipe.Trainer, component, context, Evaluated(id.Fold, pipeline));
    }

    /// <summary>Loads a unit's cases.</summary>
    public SamplePipeline Pipeline(UnitId id) => new(data.Source, StageOf(id).Transforms, StreamOf(id));

    private StageSection StageOf(UnitId id) => experiment.Stages.Single(stage => stage.Name == id.Stage);

    private RandomStream StreamOf(UnitId id) =>
        new RandomStream(experiment.Seed).Derive("stage").Derive(id.Stage).Derive(id.Fold).Derive(id.Repeat);

    private UnitRecipe Recipe(StageSection stage, UnitId id, RandomStream random)
    {
        var recipe = new UnitRecipe
        {
            Train = data.Split.Cases(id.Fold, Part.Train),
            Validate = data.Split.Cases(id.Fold, Part.Validate),
            Trainer = stage.Trainer.Instance,
        };
        return id.Control is { } name
            ? experiment.Controls.Single(control => control.Name == name).Instance.Apply(recipe, random.Derive("control").Derive(name))
            : recipe;
    }

    private IReadOnlyList<(string Name, SampleSet Samples)> Evaluated(int fold, SamplePipeline pipeline) =>
        [
            .. from part in PreparedData.Evaluated
               let cases = data.Split.Cases(fold, part.Part)
               where cases.Count > 0
               select (part.Name, new SampleSet(cases, pipeline)),
        ];
}
