using Framework.Components.Data.Loading;
using Framework.Torch;
using Microsoft.Extensions.Logging;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>One fit: state, loaders, and what a step and the end of an epoch do.</summary>
internal sealed partial class TrainingRun : IDisposable
{
    private readonly TrainingContext _context;
    private readonly SupervisedOptions _options;
    private readonly Network _network;
    private readonly RankTeam? _team;
    private readonly ILogger? _log;
    private readonly ILoss _loss;
    private readonly TrainableParameters _trainable;
    private readonly SelectionCriterion _criterion;
    private readonly TrainingState _state;
    private readonly GradientStep _gradients;
    private readonly BatchLoader _train;
    private readonly BatchLoader _validate;
    private readonly DeviceTail? _tail;
    private readonly EpochCases _cases;
    private readonly string _identity;
    private long _savedSteps;

    private TrainingRun(TrainingContext context, SupervisedOptions options, Network network, RankTeam? team, ILogger? log)
    {
        (_context, _options, _network, _team, _log) = (context, options, network, team, log);
        _criterion = SelectionCriterion.Of(options, context);
        _trainable = TrainableParameters.Of(network.Model.Module, options);
        _loss = options.Loss.Create(network.LossContext);
        RankNeeds.Check(context, options, _loss);
        _state = CreateState();
        _gradients = new GradientStep(_state, options.ClipNorm, team);
        _tail = options.Augment == Augment.Device ? DeviceTail.Of(context.Train.Pipeline) : null;
        _train = new BatchLoader(TrainingPart, network.Loader);
        _validate = new BatchLoader(context.Validate, network.EvaluationLoader);
        _cases = EpochCases.Of(context.Train.Cases.Count, options.BatchSize, network.Model.Module);
        Length = TrainingLength.Of(options, _cases.Batches);
        _identity = FormattableString.Invariant(
            $"{context.Random.Key:x16} {context.Train.Cases.Count} {context.Validate.Cases.Count} {options.BatchSize} {options.Accumulate} {options.Precision} {options.ClipNorm} {options.Ema} {options.Augment} {string.Join(';', options.Freeze)} {options.UnfreezeAt} {string.Join(';', options.LearningRates)}");
    }

    /// <summary>Goes on from the last checkpoint, or begins; all ranks with what rank 0 has.</summary>
    public static TrainingRun Resume(TrainingContext context, SupervisedOptions options, Network network, RankTeam? team, ILogger? log)
    {
        var run = new TrainingRun(context, options, network, team, log);
        Checkpoint.Restore(context.Checkpoints, run._state, run._identity);
        if (team is not null)
            run.Together(() => SharedState.Share(team, run._state));
        run._savedSteps = run.At.Steps;
        run.RewindLog();
        if (run._cases.LeavesOne && !run.IsFinished)
            log?.LogInformation("{Unit}: {Reason}", context.Unit, run._cases.InWords);
        return run;
    }

    /// <summary>Reads and writes no checkpoint.</summary>
    public static TrainingRun Trial(TrainingContext context, SupervisedOptions options, Network network) => new(context, options, network, team: null, log: null);

    public Bookmark At => _state.At;

    public TrainingLength Length { get; }

    /// <summary>When the state was last saved, by the trainer's clock.</summary>
    public long? LastSave { get; set; }

    /// <summary>Whether the last epoch is done, or one after which nothing would get better.</summary>
    public bool IsFinished => At.Step == 0 && (At.Steps >= Length.Steps || StopsEarly);

    /// <summary>Of the last step, for parameters without a factor of their own.</summary>
    public double LearningRate => _state.Optimizer.ParamGroups.First().InitialLearningRate / _trainable.Groups[0].RateFactor * Factor(Math.Max(0, At.Steps - 1));

    // What the loader has to do of the training part.
    private SampleSet TrainingPart => _tail is null ? _context.Train : _context.Train with { Pipeline = _tail.Head };

    private ScoreHistory History => new(At.Scores, _criterion.HigherIsBetter);

    private bool StopsEarly => _options.EarlyStopping?.Ends(History) == true;

    /// <summary>Takes the steps of this epoch that are not done yet; between two of them the state can be saved.</summary>
    public IEnumerable<StepResult> Steps(CancellationToken cancellation)
    {
        _network.Model.Module.train();
        _trainable.Begin(At.Epoch);
        _gradients.BeginEpoch();
        var pass = _cases.Of(LoaderPass.Training(
            new SamplerContext(_context.Train.Cases, _context.Labels), _options.Sampler, _context.Random, At.Epoch, At.Step * _options.Accumulate));
        // Nothing stops a step half way: normalisation has moved by then, and gradients of some batches are lost.
        using var batches = _train.Read(pass, CancellationToken.None).GetEnumerator();
        while (!Length.EndsEpoch(At))
        {
            yield return Step(batches, cancellation);
            if (_team is null)
                cancellation.ThrowIfCancellationRequested();
            else if (_stops)
                throw new OperationCanceledException("a rank was asked to stop", cancellation);
        }
    }

    /// <summary>Keeps the weights if they validate best, and goes on to the next epoch.</summary>
    public void FinishEpoch(ValidationResult? validation)
    {
        if (validation is { } result)
        {
            _state.At = At.Scored(result.Score);
            if (double.IsNaN(result.Score))
                _log?.LogWarning("{Unit}: '{Metric}' is not defined after epoch {Epoch}; that epoch cannot be selected.", _context.Unit, _criterion.Name, At.Epoch + 1);
            if (History.Best == At.Epoch && Writes)
            {
                using var averaged = _state.Average?.Use();
                _state.SetBest(Weights.Copy(_network.Model.Module));
            }
        }

        LogEpoch(validation);
        _state.At = At.AfterEpoch();
    }

    /// <summary>Whether this process keeps checkpoints and the weights that predict: rank 0, or the only one.</summary>
    public bool Writes => _team is not { Rank: > 0 };

    public void Save(long now)
    {
        LastSave = now;
        if (!Writes)
            return;
        using var span = WorkSpan.Begin("checkpoint");
        // Two states of one step (before validation and after it) are no stretch that could be trained again.
        Checkpoint.Save(_context.Checkpoints, _state, _identity, keepsPrevious: _savedSteps < At.Steps);
        _savedSteps = At.Steps;
    }

    /// <summary>Gives the network the weights that predict.</summary>
    /// <exception cref="TrainingException">Epochs were to be selected by a metric that none of them had.</exception>
    public void UseSelected()
    {
        if (!Writes && !_options.Select.IsLast)
            return; // the weights of earlier epochs are with rank 0
        if (!_options.Select.IsLast && _state.Best.Count > 0)
            Weights.Load(_network.Model.Module, _state.Best, Checkpoint.FileName);
        else if (_criterion.Name is { } metric)
            throw new TrainingException($"{_context.Unit}: '{metric}', by which an epoch was to be selected, is defined after none of the {At.Scores.Count}. Select by another metric, or give validation more cases.");
        else
            _state.Average?.CopyToModule();
    }

    public void Dispose()
    {
        _gradients.Dispose();
        _train.Dispose();
        _validate.Dispose();
        _state.Dispose();
        _loss.Dispose();
    }

    private TrainingState CreateState() => new(_network.Model.Module, CreateOptimizer())
    {
        Scaler = _network.NeedsScaling ? new GradientScaler() : null,
        Average = _options.Ema is { } decay ? new ExponentialMovingAverage(_network.Model.Module, decay) : null,
    };

    private OptimizerHelper CreateOptimizer() => _options.Optimizer.Create(_trainable.Groups) as OptimizerHelper
        ?? throw new ExperimentException("'supervised' cannot save the state of this optimizer. Use one of torch.optim, such as adam, adamw or sgd.");
}
