using Framework.Components.Data.Loading;
using Framework.Torch;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>One fit: state, loaders, and what a step and the end of an epoch do.</summary>
internal sealed partial class TrainingRun : IDisposable
{
    private readonly TrainingContext _context;
    private readonly SupervisedOptions _options;
    private readonly Network _network;
    private readonly ILoss _loss;
    private readonly TrainingState _state;
    private readonly GradientStep _gradients;
    private readonly BatchLoader _train;
    private readonly BatchLoader _validate;
    private readonly DeviceTail? _tail;
    private readonly string _identity;

    // A trial reads and writes no checkpoint.
    public TrainingRun(TrainingContext context, SupervisedOptions options, Network network, bool isTrial = false)
    {
        (_context, _options, _network) = (context, options, network);
        _loss = options.Loss.Create(new LossContext { Labels = context.Labels, TrainingCases = context.Train.Cases, Device = context.Device });
        _state = CreateState();
        _gradients = new GradientStep(_state, options.ClipNorm);
        _tail = options.Augment == Augment.Device ? DeviceTail.Of(context.Train.Pipeline) : null;
        _train = new BatchLoader(TrainingPart, network.Loader);
        _validate = new BatchLoader(context.Validate, network.Loader);
        _identity = FormattableString.Invariant(
            $"{context.Random.Key:x16} {context.Train.Cases.Count} {context.Validate.Cases.Count} {options.BatchSize} {options.Accumulate} {options.Precision} {options.ClipNorm} {options.Ema} {options.Augment}");
        if (isTrial)
            return;
        Checkpoint.Restore(context.Checkpoints, _state, _identity);
        RewindLog();
    }

    public Bookmark At => _state.At;

    /// <summary>When the state was last saved, by the trainer's clock.</summary>
    public long? LastSave { get; set; }

    public long TotalSteps => (long)StepsPerEpoch * _options.Epochs;

    // What the loader has to do of the training part.
    private SampleSet TrainingPart => _tail is null ? _context.Train : _context.Train with { Pipeline = _tail.Head };

    private int StepsPerEpoch => (_train.Batches + _options.Accumulate - 1) / _options.Accumulate;

    /// <summary>Takes the steps of this epoch that are not done yet; between two of them the state can be saved.</summary>
    public IEnumerable<StepResult> Steps(CancellationToken cancellation)
    {
        _network.Model.Module.train();
        var pass = LoaderPass.Training(
            new SamplerContext(_context.Train.Cases, _context.Labels), _options.Sampler, _context.Random, At.Epoch, At.Step * _options.Accumulate);
        // Nothing stops a step half way: normalisation has moved by then, and gradients of some batches are lost.
        using var batches = _train.Read(pass, CancellationToken.None).GetEnumerator();
        while (At.Step < StepsPerEpoch)
        {
            yield return Step(batches);
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Keeps the weights if they validate best, and goes on to the next epoch.</summary>
    public void FinishEpoch(double? validation)
    {
        if (validation < At.BestLoss)
        {
            using var averaged = _state.Average?.Use();
            _state.SetBest(Weights.Copy(_network.Model.Module));
            _state.At = At with { BestLoss = validation.Value, BestEpoch = At.Epoch };
        }

        var values = new Dictionary<string, double> { ["train_loss"] = At.MeanLoss, ["best_epoch"] = At.BestEpoch };
        if (validation is not null)
            values.Add("validate_loss", validation.Value);
        _context.Log.Add(new TrainingEvent("epoch", At.Epoch, At.Steps, values));
        _state.At = At.AfterEpoch();
    }

    public void Save(long now)
    {
        Checkpoint.Save(_context.Checkpoints, _state, _identity);
        LastSave = now;
    }

    /// <summary>Gives the network the weights that predict.</summary>
    public void UseSelected()
    {
        if (_options.Select == Selection.Best && _state.Best.Count > 0)
            Weights.Load(_network.Model.Module, _state.Best, Checkpoint.FileName);
        else
            _state.Average?.CopyToModule();
    }

    public void Dispose()
    {
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

    private OptimizerHelper CreateOptimizer()
    {
        var parameters = _network.Model.Module.named_parameters().Where(item => item.parameter.requires_grad);
        return _options.Optimizer.Create(parameters.Select(item => (item.name, item.parameter))) as OptimizerHelper
            ?? throw new ExperimentException("'supervised' cannot save the state of this optimizer. Use one of torch.optim, such as adam, adamw or sgd.");
    }

    private StepResult Step(IEnumerator<Batch> batches)
    {
        torch.manual_seed(Seeds.Step(_context.Random, At.Steps));
        SetLearningRate();
        _gradients.Begin();
        var count = Math.Min(_options.Accumulate, _train.Batches - (At.Step * _options.Accumulate));
        var whole = (long)_options.Accumulate * _options.BatchSize;
        var cases = (int)Math.Min(whole, _context.Train.Cases.Count - (At.Step * whole));
        var loss = 0.0;
        for (var i = 1; i <= count; i++)
        {
            batches.MoveNext();
            using var batch = batches.Current;
            var share = (double)batch.Cases.Count / cases;
            loss += share * Descend(batch, share, isLast: i == count);
        }

        var result = new StepResult(cases, loss);
        _state.At = At.AfterStep(result);
        LogStep();
        return result;
    }

    private double Descend(Batch batch, double share, bool isLast)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            var moved = _network.Move(batch, Augmentation);
            var loss = _loss.Compute(_network.Forward(moved), moved);
            var value = StepErrors.RequireFinite(loss.item<float>(), _context.Unit, At.Steps, batch);
            _gradients.Add(loss, share);
            if (isLast)
                _gradients.Take(_context.Unit, At.Steps);
            return value;
        });
    }

    private Func<Batch, torch.Tensor>? Augmentation => _tail is null ? null : moved => _tail.Apply(moved, At.Epoch);

    private void SetLearningRate()
    {
        foreach (var group in _state.Optimizer.ParamGroups)
            group.LearningRate = group.InitialLearningRate * Factor(At.Steps);
    }

    private double Factor(long step) => _options.Schedule?.Factor(new ScheduleMoment(step, StepsPerEpoch, _options.Epochs)) ?? 1;
}
