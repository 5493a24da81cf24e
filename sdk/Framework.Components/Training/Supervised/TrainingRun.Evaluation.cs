using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Losses without training.</summary>
internal sealed partial class TrainingRun
{
    /// <summary>Mean loss over the validation part, with the weights that would predict; null where it is empty.</summary>
    public double? Validate(CancellationToken cancellation)
    {
        if (_context.Validate.Cases.Count == 0)
            return null;
        using var averaged = _state.Average?.Use();
        using var noGradient = torch.no_grad();
        var sum = 0.0;
        foreach (var batch in _validate.Read(LoaderPass.Evaluation(_context.Validate.Cases.Count), cancellation))
        {
            using (batch)
                sum += Loss(batch) * batch.Cases.Count;
        }

        return sum / _context.Validate.Cases.Count;
    }

    /// <summary>A few cases through model, loss and prediction, and back where the options ask for operators that may be missing; changes nothing that lasts.</summary>
    public void TryOneBatch()
    {
        var isSpecial = _options.Deterministic || _options.Precision != Precision.Full;
        using var gradients = torch.set_grad_enabled(isSpecial);
        var few = TrainingPart with { Cases = [.. _context.Train.Cases.Take(Math.Min(2, _options.BatchSize))] };
        var settings = _network.Loader with { BatchSize = few.Cases.Count, Threads = 1 };
        using var loader = new BatchLoader(few, settings);
        foreach (var batch in loader.Read(LoaderPass.Evaluation(few.Cases.Count) with { Phase = Phase.Train }, CancellationToken.None))
        {
            using (batch)
            {
                Loss(batch, isSpecial, Augmentation);
                TryToPredict(batch);
            }
        }
    }

    // What cannot be predicted is better known before the training than after it.
    private void TryToPredict(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        _network.Model.Module.eval();
        PredictedRows.Of(_loss.Probabilities(_network.Forward(_network.Move(batch))), batch.Cases.Count, _context.Labels.Count);
    }

    private double Loss(Batch batch, bool isThereAndBack = false, Func<Batch, torch.Tensor>? transform = null)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            var moved = _network.Move(batch, transform);
            var loss = _loss.Compute(_network.ForwardForLoss(moved), moved);
            if (isThereAndBack)
                loss.backward();
            return StepErrors.RequireFinite(loss.item<float>(), _context.Unit, At.Steps, batch);
        });
    }
}
