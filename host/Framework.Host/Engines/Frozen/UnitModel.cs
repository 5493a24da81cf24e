using Framework.Host.Engines.Decisions;
using Framework.Host.Engines.Stages;
using Framework.Host.Runs;
using Framework.Sdk;

namespace Framework.Host.Engines.Frozen;

/// <summary>The model of one finished unit, ready to predict cases of any source.</summary>
internal sealed class UnitModel : IDisposable
{
    private readonly TrainingContext _context;
    private readonly IPredictor _predictor;
    private readonly IReadOnlyList<SamplePipeline> _views;

    /// <summary>Restores the weights and the fitted transforms.</summary>
    /// <param name="model">The run's model.</param>
    /// <param name="unit">One of its units.</param>
    /// <param name="source">Loads the cases to be predicted.</param>
    /// <param name="hasTruths">Whether these cases have the truths that the run's have; new cases need none.</param>
    /// <param name="masks">Where predicted label maps are kept.</param>
    /// <param name="settings">Where, and on how many threads.</param>
    /// <exception cref="FrameworkException">A file is missing, or of another fold.</exception>
    public UnitModel(FrozenModel model, UnitFolder unit, IDataSource source, bool hasTruths, IMaskStore masks, RunSettings settings)
    {
        var stage = model.StageOf(unit);
        var files = new ReadOnlyFiles(unit.Path);
        var random = UnitRecipes.StreamOf(model.Experiment, unit.Unit.Id);
        var steps = FrozenChain.Of(stage, new KeptStatistics(files), FrozenModel.FrozenOf(unit).Training, hasTruths);
        var pipeline = new SamplePipeline(source, steps, random);
        _views = TestTimeViews.Of(stage, pipeline, random);
        _context = new TrainingContext
        {
            Unit = unit.Unit.Name,
            Fold = (unit.Unit.Id.Repeat * (model.Units.Max(other => other.Unit.Id.Fold) + 1)) + unit.Unit.Id.Fold,
            Train = new SampleSet([], pipeline),
            Validate = new SampleSet([], pipeline),
            Labels = model.LabelsOf(stage),
            Groups = model.GroupsOf(stage),
            Model = stage.Model?.Instance,
            Fitting = false,
            Device = settings.Device,
            Random = random,
            LoaderThreads = settings.LoaderThreads,
            Checkpoints = files,
            HasTruths = hasTruths,
            Masks = masks,
            Log = NoLog.Instance,
        };
        Rule = new DecisionRule(stage, unit.Decisions);
        _predictor = stage.Trainer.Instance.Restore(_context);
    }

    /// <summary>What the outputs mean.</summary>
    public DecisionRule Rule { get; }

    /// <summary>The outputs as the network gives them.</summary>
    /// <param name="cases">Their labels may be missing.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Predictions Predict(IReadOnlyList<Case> cases, CancellationToken cancellation) =>
        UnitRunner.Predict(_predictor, _context, _views, ("predict", cases), cancellation);

    /// <inheritdoc />
    public void Dispose() => _predictor.Dispose();
}
