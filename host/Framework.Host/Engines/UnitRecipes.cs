using Framework.Host.Experiments;
using Framework.Host.Planning;
using Framework.Sdk;

namespace Framework.Host.Engines;

/// <summary>Turns the name of a unit into the work that it is.</summary>
internal sealed class UnitRecipes(RunWork work)
{
    /// <summary>The work of a unit. A control has the random streams of the unit it belongs to, so that the two differ in one thing only.</summary>
    public UnitWork Make(UnitId id, ICheckpointStore checkpoints, IUnitLog log)
    {
        var stage = StageOf(id);
        var random = StreamOf(id);
        var recipe = Recipe(stage, id, random);
        var pipeline = Pipeline(id);
        var context = new TrainingContext
        {
            Unit = id.Name,
            Train = new SampleSet(recipe.Train, pipeline),
            Validate = new SampleSet(recipe.Validate, pipeline),
            Labels = work.Data.Index.Labels,
            Model = stage.Model?.Instance,
            Fitting = recipe.Fitting,
            Device = work.Settings.Device,
            Random = random,
            LoaderThreads = work.Settings.LoaderThreads,
            Checkpoints = checkpoints,
            Log = log,
        };
        return new UnitWork(id.Fold, recipe.Trainer, context, Evaluated(id.Fold, pipeline));
    }

    /// <summary>Loads a unit's cases.</summary>
    public SamplePipeline Pipeline(UnitId id) => new(work.Experiment.Data.Source.Instance, StageOf(id).Transforms, StreamOf(id));

    private StageSection StageOf(UnitId id) => work.Experiment.Stages.Single(stage => stage.Name == id.Stage);

    private RandomStream StreamOf(UnitId id) =>
        new RandomStream(work.Experiment.Seed).Derive("stage").Derive(id.Stage).Derive(id.Fold).Derive(id.Repeat);

    private UnitRecipe Recipe(StageSection stage, UnitId id, RandomStream random)
    {
        var recipe = new UnitRecipe
        {
            Train = work.Data.Split.Cases(id.Fold, Part.Train),
            Validate = work.Data.Split.Cases(id.Fold, Part.Validate),
            Trainer = stage.Trainer.Instance,
        };
        return id.Control is { } name
            ? work.Experiment.Controls.Single(control => control.Name == name).Instance.Apply(recipe, random.Derive("control").Derive(name))
            : recipe;
    }

    private IReadOnlyList<(string Name, SampleSet Samples)> Evaluated(int fold, SamplePipeline pipeline) =>
        [.. PreparedData.Evaluated.Select(part => (part.Name, new SampleSet(work.Data.Split.Cases(fold, part.Part), pipeline))).Where(part => part.Item2.Cases.Count > 0)];
}
