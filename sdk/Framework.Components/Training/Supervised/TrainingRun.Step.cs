using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>One step: the batches that it is made of, there and back.</summary>
internal sealed partial class TrainingRun
{
    private Func<Batch, torch.Tensor>? Augmentation => _tail is null ? null : moved => _tail.Apply(moved, At.Epoch);

    private StepResult Step(IEnumerator<Batch> batches, CancellationToken cancellation)
    {
        torch.manual_seed(Seeds.Step(_context.Random, At.Steps, _team?.Rank ?? 0));
        SetLearningRate();
        _gradients.Begin();
        var count = Math.Min(_options.Accumulate, _cases.Batches - (At.Step * _options.Accumulate));
        var whole = (long)_options.Accumulate * _options.BatchSize;
        var cases = (int)Math.Min(whole, _cases.Count - (At.Step * whole));
        var loss = 0.0;
        for (var i = 1; i <= count; i++)
        {
            using (WorkSpan.Begin("wait for a batch"))
                batches.MoveNext();
            using var batch = batches.Current;
            var rows = _team is null ? batch.Cases.Count : Math.Min(_options.BatchSize, cases - ((i - 1) * _options.BatchSize));
            var share = (double)rows / cases;
            loss += share * Descend(batch, _team?.PartOf(rows), share, isLast: i == count, cancellation);
        }

        var result = new StepResult(cases, loss);
        _state.At = At.AfterStep(result);
        LogStep();
        return result;
    }

    private double Descend(Batch batch, BatchPart? part, double share, bool isLast, CancellationToken cancellation)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () => Together(() =>
        {
            var moved = Spanned("move", () => _network.Move(batch, Augmentation, part));
            var output = Spanned("forward", () => Forward(moved));
            // The network does not change: what its first step reads, every step does.
            var reads = At.Steps == 0 ? new HeadReads(output) : null;
            var loss = Spanned("loss", () => _loss.Compute(reads?.Output ?? output, moved));
            if (part is { Share: 0 })
                loss *= 0;
            // Alone, a GPU is on its way back while the loss is fetched. Ranks agree on it first: none is to wait for gradients of one that has stopped.
            if (_team is null)
                Backward();
            var value = LossOfAll(loss.item<float>(), own => StepErrors.RequireFinite(own, _context.Unit, At.Steps, moved, output, () => _loss.Parts(output, moved)), cancellation);
            if (_team is not null)
                Backward();
            reads?.RequireUse(_network.Model.Module);
            if (isLast)
                Spanned("update", () => _gradients.Take(_context.Unit, At.Steps));
            return value;

            void Backward() => Spanned("backward", () => _gradients.Add(loss, share, isLast));
        }));
    }

    private void Spanned(string name, Action work) => Spanned(name, () =>
    {
        work();
        return true;
    });

    // While somebody listens, a GPU ends what it was given before the span ends.
    private T Spanned<T>(string name, Func<T> work)
    {
        using var span = WorkSpan.Begin(name);
        var result = work();
        if (span is not null)
            AwaitDevice();
        return result;
    }

    // A GPU has only been told what to do when work returns.
    private void AwaitDevice()
    {
        if (_context.Device.type == DeviceType.CUDA)
            torch.cuda.synchronize(_context.Device);
    }

    private void SetLearningRate()
    {
        var factor = Factor(At.Steps);
        foreach (var group in _state.Optimizer.ParamGroups)
            group.LearningRate = group.InitialLearningRate * factor;
    }

    private double Factor(long step) => _options.Schedule?.Factor(new ScheduleMoment(step, Length.StepsPerEpoch, Length.Epochs)
    {
        Steps = Length.Steps,
        Validation = _context.Validate.Cases.Count == 0 ? null : History,
    }) ?? 1;
}
