using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>How much memory a run takes, from a step of a few cases.</summary>
internal sealed partial class TrainingRun
{
    /// <summary>What stays after a step, and what the cases took meanwhile: the second grows with the batch, the first does not.</summary>
    public FittingMemory? Memory()
    {
        foreach (var batch in FewCases())
        {
            using var meter = TensorMeter.Begin();
            var taken = _context.Fitting ? TakenByLearning(batch, meter) : TakenByLooking(batch, meter);
            var weights = Weights.Of(_network.Model.Module).Select(item => item.Tensor).ToList();
            // The best epoch's weights are kept here, whatever device the network is on.
            var best = _context.Fitting && _context.Validate.Cases.Count > 0 ? weights.Sum(Bytes) : 0;
            return new FittingMemory
            {
                StateBytes = (BytesHere(weights) * (_options.Ema is null ? 1 : 2)) + best + Math.Max(0, meter.Held),
                Cases = Math.Min(_options.BatchSize, _context.Train.Cases.Count),
                CaseBytes = taken / batch.Cases.Count,
            };
        }

        return null;
    }

    private long TakenByLearning(Batch batch, TensorMeter meter)
    {
        using var scope = torch.NewDisposeScope();
        _network.Model.Module.train();
        _gradients.Begin();
        var moved = _network.Move(batch, Augmentation);
        var loss = _loss.Compute(_network.Forward(moved), moved);
        var there = meter.Peak;
        _gradients.Add(loss, share: 1);
        // Gradients come while activations go; those of the weights do not grow with the batch.
        var back = meter.Peak - BytesHere(_state.Optimizer.parameters().Select(parameter => parameter.grad).OfType<torch.Tensor>());
        _gradients.Take(_context.Unit, step: 0);
        return Math.Max(there, back);
    }

    private long TakenByLooking(Batch batch, TensorMeter meter)
    {
        Look(batch);
        return meter.Peak;
    }

    private static long BytesHere(IEnumerable<torch.Tensor> tensors) => tensors.Where(tensor => tensor.device_type == DeviceType.CPU).Sum(Bytes);

    private static long Bytes(torch.Tensor tensor) => tensor.numel() * tensor.element_size();
}
