using Framework.Torch;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>How much memory a run takes, from a step of a few cases.</summary>
internal sealed partial class TrainingRun
{
    /// <summary>What stays after a step, and what a case more takes meanwhile: the second grows with the batch, the first does not.</summary>
    public FittingMemory? Memory()
    {
        var most = Math.Min(_options.BatchSize, _context.Train.Cases.Count);
        if (most == 0)
            return null;
        var (few, more) = (Math.Min(2, most), Math.Min(4, most));
        var (taken, kept, stays) = Step(few);
        // At a few cases the peak may be a kernel's workspace, which hides what a case more takes; what is kept for the way back never hides.
        var each = Math.Max(kept / few, more > few ? (Step(more).Taken - taken) / (more - few) : taken / few);
        var weights = Weights.Of(_network.Model.Module).Select(item => item.Tensor).ToList();
        // The best epoch's weights are kept here, whatever device the network is on.
        var best = _context.Fitting && _context.Validate.Cases.Count > 0 ? weights.Sum(Bytes) : 0;
        return new FittingMemory
        {
            // What does not grow with the cases, such as weights laid out for a kernel, is there in every step.
            StateBytes = (BytesHere(weights) * (_options.Ema is null ? 1 : 2)) + best + stays + Math.Max(0, taken - (few * each)),
            Cases = most,
            CaseBytes = each,
        };
    }

    private (long Taken, long Kept, long Stays) Step(int cases)
    {
        var (taken, kept, stays) = (0L, 0L, 0L);
        foreach (var batch in FewCases(cases))
        {
            using var meter = TensorMeter.Begin();
            (taken, kept) = _context.Fitting ? TakenByLearning(batch, meter) : TakenByLooking(batch, meter);
            stays = Math.Max(0, meter.Held) + (_context.Fitting ? BytesOfOptimizer() : 0);
        }

        return (taken, kept, stays);
    }

    // Some optimizers make their state at once, some with the first step, which the meter sees.
    private long BytesOfOptimizer()
    {
        using var meter = TensorMeter.Begin();
        using var another = CreateOptimizer();
        return Math.Max(0, meter.Held);
    }

    private (long Taken, long Kept) TakenByLearning(Batch batch, TensorMeter meter)
    {
        using var scope = torch.NewDisposeScope();
        _network.Model.Module.train();
        _gradients.Begin();
        var moved = _network.Move(batch, Augmentation);
        var loss = _loss.Compute(_network.Forward(moved), moved);
        var (there, kept) = (meter.Peak, meter.Held);
        _gradients.Add(loss, share: 1);
        // Gradients come while activations go; those of the weights do not grow with the batch.
        var back = meter.Peak - BytesHere(_state.Optimizer.parameters().Select(parameter => parameter.grad).OfType<torch.Tensor>());
        _gradients.Take(_context.Unit, step: 0);
        return (Math.Max(there, back), kept);
    }

    private (long Taken, long Kept) TakenByLooking(Batch batch, TensorMeter meter)
    {
        Look(batch);
        return (meter.Peak, 0);
    }

    private static long BytesHere(IEnumerable<torch.Tensor> tensors) => tensors.Where(tensor => tensor.device_type == DeviceType.CPU).Sum(Bytes);

    private static long Bytes(torch.Tensor tensor) => tensor.numel() * tensor.element_size();
}
