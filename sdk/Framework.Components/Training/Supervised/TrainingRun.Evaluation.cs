using Framework.Components.Data.Loading;
using TorchSharp;

namespace Framework.Components.Training.Supervised;

/// <summary>Losses without training.</summary>
internal sealed partial class TrainingRun
{
    // What an epoch predicts is scored and not kept.
    private OutputReading Reading => OutputReading.Of(_options, _context with { Masks = null }, _loss);

    /// <summary>Mean loss over the validation part and the score that selects, with the weights that would predict; null where it is empty.</summary>
    public ValidationResult? Validate(CancellationToken cancellation)
    {
        if (_team is not null)
            Together(() => SharedState.RequireEqual(_team, _state, _context.Unit));
        if (_context.Validate.Cases.Count == 0)
            return null;
        using var span = WorkSpan.Begin("validate");
        using var averaged = _state.Average?.Use();
        using var noGradient = torch.no_grad();
        return _team is null ? ValidateAlone(cancellation) : Together(() => SharesValidation ? ValidateShare(cancellation) : ValidateAtRankZero(cancellation));
    }

    private ValidationResult ValidateAlone(CancellationToken cancellation)
    {
        var sum = 0.0;
        var rows = new List<PredictedRow>();
        foreach (var batch in _validate.Read(LoaderPass.Evaluation(_context.Validate.Cases.Count), cancellation))
        {
            using (batch)
                sum += Evaluate(batch, rows) * batch.Cases.Count;
        }

        return ResultOf(sum, rows);
    }

    private ValidationResult ResultOf(double sum, List<PredictedRow> rows)
    {
        var loss = sum / _context.Validate.Cases.Count;
        return new ValidationResult(loss, _criterion.Score(loss, rows));
    }

    /// <summary>A few cases through model, loss and prediction, and back where heads may be unread or operators missing; changes nothing that lasts.</summary>
    public void TryOneBatch()
    {
        foreach (var batch in FewCases())
        {
            ThereAndBack(batch);
            TryToPredict(batch);
        }
    }

    // One batch of so many training cases, or of less where batches have no more; none where there are no cases.
    private IEnumerable<Batch> FewCases(int cases = 2)
    {
        var few = TrainingPart with { Cases = [.. _context.Train.Cases.Take(Math.Min(cases, _options.BatchSize))] };
        if (few.Cases.Count == 0)
            yield break;
        using var loader = new BatchLoader(few, _network.Loader with { BatchSize = few.Cases.Count, Part = LoaderPart.Whole, Threads = 1 });
        foreach (var batch in loader.Read(LoaderPass.Evaluation(few.Cases.Count) with { Phase = Phase.Train }, CancellationToken.None))
        {
            using (batch)
                yield return batch;
        }
    }

    // What cannot be predicted is better known before the training than after it.
    private void TryToPredict(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        using var noGradient = torch.no_grad();
        Reading.Check(batch, _network.Infer(_network.Move(batch)));
    }

    private double Evaluate(Batch batch, List<PredictedRow> rows)
    {
        using var scope = torch.NewDisposeScope();
        return StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            var moved = _network.Move(batch);
            var output = _network.ForwardForLoss(moved);
            var loss = _loss.Compute(output, moved);
            if (_criterion.NeedsPredictions)
                rows.AddRange(Reading.Read(batch, _options.Objects is null ? output : _network.Infer(moved), _context.Validate.Pipeline));
            return StepErrors.RequireFinite(loss.item<float>(), _context.Unit, At.Steps, moved, output, () => _loss.Parts(output, moved));
        });
    }

    private void ThereAndBack(Batch batch)
    {
        using var scope = torch.NewDisposeScope();
        StepErrors.Explain(_context.Unit, At.Steps, batch, () =>
        {
            var moved = _network.Move(batch, Augmentation, TrialPart);
            var output = _network.ForwardForLoss(moved);
            var reads = new HeadReads(output);
            var loss = _loss.Compute(reads.Output, moved);
            if (reads.IsNeeded || _options.Deterministic || _options.Precision != Precision.Full)
                loss.backward();
            if (reads.IsNeeded)
                reads.RequireUse(_network.Model.Module);
            return StepErrors.RequireFinite(loss.item<float>(), _context.Unit, At.Steps, moved, output, () => _loss.Parts(output, moved));
        });
    }
}
