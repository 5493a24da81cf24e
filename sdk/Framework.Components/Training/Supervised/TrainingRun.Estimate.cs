using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>How long a run takes, from two cases.</summary>
internal sealed partial class TrainingRun
{
    /// <summary>All steps and validations at the pace of a few cases, the second time that these are seen. Small networks are quicker in whole batches.</summary>
    public TimeSpan? Estimate(TimeProvider time)
    {
        foreach (var batch in FewCases())
        {
            var learning = Time(time, () => Learn(batch)) / batch.Cases.Count;
            var validating = Time(time, () => Look(batch)) / batch.Cases.Count;
            var cases = (double)Length.Steps / Length.StepsPerEpoch * _cases.Count;
            return (learning * cases) + (validating * Length.Epochs * _context.Validate.Cases.Count);
        }

        return null;
    }

    // The first time, kernels are chosen and memory is asked for.
    private TimeSpan Time(TimeProvider time, Action work)
    {
        Finish(work);
        var start = time.GetTimestamp();
        Finish(work);
        return time.GetElapsedTime(start);
    }

    private void Finish(Action work)
    {
        work();
        AwaitDevice();
    }

    private void Learn(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        _network.Model.Module.train();
        _gradients.Begin();
        var moved = _network.Move(batch, Augmentation);
        var loss = _loss.Compute(_network.Forward(moved), moved);
        _gradients.Add(loss, share: 1);
        _gradients.Take(_context.Unit, step: 0);
    }

    private void Look(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        var moved = _network.Move(batch);
        _loss.Compute(_network.ForwardForLoss(moved), moved).item<float>();
    }
}
