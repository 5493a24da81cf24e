using Framework.Components.Data;
using TorchSharp;
using TorchSharp.Modules;

namespace Framework.Components.Training.Supervised;

/// <summary>One fit: state, loaders, and what a step, a validation and the end of an epoch do.</summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingContext _context;
    private readonly SupervisedOptions _options;
    private readonly Network _network;
    private readonly ILoss _loss;
    private readonly TrainingState _state;
    private readonly BatchLoader _train;
    private readonly BatchLoader _validate;
    private readonly string _identity;

    // A trial reads and writes no checkpoint.
    public TrainingRun(TrainingContext context, SupervisedOptions options, Network network, bool isTrial = false)
    {
        (_context, _options, _network) = (context, options, network);
        _loss = options.Loss.Create(new LossContext { Labels = context.Labels, TrainingCases = context.Train.Cases, Device = context.Device });
        _state = new TrainingState(network.Model.Module, CreateOptimizer());
        var loader = network.Loader(context, options);
        _train = new BatchLoader(context.Train, loader);
        _validate = new BatchLoader(context.Validate, loader);
        _identity = FormattableString.Invariant($"{context.Random.Key:x16} {context.Train.Cases.Count} {context.Validate.Cases.Count} {options.BatchSize}");
        if (isTrial)
            return;
        Checkpoint.Restore(context.Checkpoints, _state, _identity);
        RewindLog();
    }

    public Bookmark At => _state.At;

    /// <summary>When the state was last saved, by the trainer's clock.</summary>
    public long? LastSave { get; set; }

    public long TotalSteps => (long)_train.Batches * _options.Epochs;

    /// <summary>The batches of this epoch that are not done yet. Each is disposed when the next is asked for.</summary>
    public IEnumerable<Batch> Batches(CancellationToken cancellation)
    {
        _network.Model.Module.train();
        foreach (var batch in _train.Read(LoaderPass.Training(_context.Train.Cases.Count, _context.Random, At.Epoch, At.Batch), cancellation))
        {
            using (batch)
                yield return batch;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>One step of gradient descent; gives the loss.</summary>
    public double Step(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            torch.manual_seed(Seeds.Step(_context.Random, At.Steps));
            SetLearningRate();
            _state.Optimizer.zero_grad();
            var moved = Network.Move(batch, _context.Device);
            var loss = _loss.Compute(_network.Model.Forward(moved), moved);
            var value = StepErrors.RequireFinite(loss.item<float>(), _context.Unit, At.Steps, batch);
            loss.backward();
            _state.Optimizer.step();
            _state.At = At.AfterStep(value, batch.Cases.Count);
            LogStep();
            return value;
        });
    }

    /// <summary>Mean loss over the validation part; null where it is empty.</summary>
    public double? Validate(CancellationToken cancellation)
    {
        if (_context.Validate.Cases.Count == 0)
            return null;
        _network.Model.Module.eval();
        using var noGradient = torch.no_grad();
        var sum = 0.0;
        foreach (var batch in _validate.Read(LoaderPass.Evaluation(_context.Validate.Cases.Count), cancellation))
        {
            using (batch)
                sum += BatchLoss(batch) * batch.Cases.Count;
        }

        return sum / _context.Validate.Cases.Count;
    }

    /// <summary>Keeps the weights if they validate best, and goes on to the next epoch.</summary>
    public void FinishEpoch(double? validation)
    {
        if (validation < At.BestLoss)
        {
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
    }

    /// <summary>A few cases through model and loss, as training would do it; changes nothing that lasts.</summary>
    public void TryOneBatch()
    {
        using var noGradient = torch.no_grad();
        var few = _context.Train with { Cases = [.. _context.Train.Cases.Take(Math.Min(2, _options.BatchSize))] };
        var settings = _network.Loader(_context, _options) with { BatchSize = few.Cases.Count, Threads = 1 };
        using var loader = new BatchLoader(few, settings);
        _network.Model.Module.eval();
        foreach (var batch in loader.Read(LoaderPass.Evaluation(few.Cases.Count) with { Phase = Phase.Train }, CancellationToken.None))
        {
            using (batch)
                BatchLoss(batch);
        }
    }

    public void Dispose()
    {
        _train.Dispose();
        _validate.Dispose();
        _state.Dispose();
        _loss.Dispose();
    }

    private double BatchLoss(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            var moved = Network.Move(batch, _context.Device);
            var loss = _loss.Compute(_network.Model.Forward(moved), moved).item<float>();
            return StepErrors.RequireFinite(loss, _context.Unit, At.Steps, batch);
        });
    }

    private OptimizerHelper CreateOptimizer()
    {
        var parameters = _network.Model.Module.named_parameters().Where(item => item.parameter.requires_grad);
        return _options.Optimizer.Create(parameters.Select(item => (item.name, item.parameter))) as OptimizerHelper
            ?? throw new ExperimentException("'supervised' cannot save the state of this optimizer. Use one of torch.optim, such as adam, adamw or sgd.");
    }

    private void SetLearningRate()
    {
        foreach (var group in _state.Optimizer.ParamGroups)
            group.LearningRate = group.InitialLearningRate * Factor(At.Steps);
    }

    private double Factor(long step) => _options.Schedule?.Factor(new ScheduleMoment(step, _train.Batches, _options.Epochs)) ?? 1;

    // About a hundred points a curve and epoch are enough for any eye, and keep the log small.
    private void LogStep()
    {
        if (At.Batch % ((_train.Batches + 99) / 100) != 0)
            return;
        var rate = _state.Optimizer.ParamGroups.First().InitialLearningRate * Factor(At.Steps - 1);
        var values = new Dictionary<string, double> { ["train_loss"] = At.LastLoss, ["learning_rate"] = rate };
        _context.Log.Add(new TrainingEvent("step", At.Epoch, At.Steps, values));
    }

    // The end of an epoch and its last step have the same number of steps: where the end is still to come, it must go too.
    private void RewindLog()
    {
        var awaitsEnd = At.Batch > 0 && At.Batch == _train.Batches;
        _context.Log.Rewind(awaitsEnd ? At.Steps - 1 : At.Steps);
        if (awaitsEnd)
            LogStep();
    }
}
