using System.Globalization;
using Framework.Components.Data.Loading;
using Framework.Torch.Distributed;

namespace Framework.Components.Training.Supervised;

/// <summary>What ranks do together; a single process does it by itself.</summary>
internal sealed partial class TrainingRun
{
    private const string Stopped = "stopped";
    private bool _stops;

    // What is predicted of an epoch is numbers alone, which go from rank to rank; objects and overlaps with masks stay where they are found.
    private bool SharesValidation => !_criterion.NeedsPredictions || (_options.Masks is null && _options.Objects is null);

    // Models and losses see in a trial that there will be ranks.
    private BatchPart? TrialPart => _context.Ranks is null ? null : new BatchPart(1, sum => sum);

    // Normalises over the rows of all ranks. The way back knows by itself.
    private ModelOutput Forward(Batch moved)
    {
        if (_team is null)
            return _network.Forward(moved);
        using var together = RankNormalisation.Begin(_team.Sums, rowsCount: moved.Share > 0);
        return _network.Forward(moved);
    }

    // All ranks see the same figures, so that all go on or none.
    private double LossOfAll(double own, Func<double, double> requireFinite, CancellationToken cancellation)
    {
        if (_team is null)
            return requireFinite(own);
        var all = _team.Gather(own, cancellation.IsCancellationRequested ? 1 : 0);
        _stops = all.Any(rank => rank[1] != 0);
        if (Array.FindIndex(all, rank => !double.IsFinite(rank[0])) is >= 0 and var odd)
        {
            requireFinite(own);
            throw new TrainingException(FormattableString.Invariant($"{_context.Unit}: the loss is {all[odd][0]} at step {At.Steps}, in the cases of rank {odd}, whose own message names them."));
        }

        return all.Sum(rank => rank[0]);
    }

    // Each rank takes whole batches, so that a case is evaluated beside the same others as in one process, and all add the same figures up in the same order.
    private ValidationResult ValidateShare(CancellationToken cancellation)
    {
        var size = _network.EvaluationLoader.BatchSize;
        var cases = Enumerable.Range(0, _context.Validate.Cases.Count);
        var own = new List<double> { cancellation.IsCancellationRequested ? 1 : 0 };
        foreach (var batch in _validate.Read(LoaderPass.Evaluation(0) with { Order = [.. cases.Where(at => at / size % _team!.Size == _team.Rank)] }, CancellationToken.None))
        {
            using (batch)
            {
                var rows = new List<PredictedRow>();
                own.Add(Evaluate(batch, rows) * batch.Cases.Count);
                own.Add(rows.Count);
                own.AddRange(rows.SelectMany(row => row.Outputs));
            }
        }

        var all = _team!.GatherUneven([.. own]);
        if (all.Any(rank => rank[0] != 0))
            throw new OperationCanceledException("a rank was asked to stop", cancellation);
        return Join(all, (_context.Validate.Cases.Count + size - 1) / size);
    }

    private ValidationResult Join(double[][] all, int batches)
    {
        var (sum, rows) = (0.0, new List<PredictedRow>());
        int[] next = [.. all.Select(_ => 1)];
        for (var batch = 0; batch < batches; batch++)
        {
            var rank = batch % all.Length;
            sum += all[rank][next[rank]];
            for (var (row, at) = (0, next[rank] + 2); row < (int)all[rank][next[rank] + 1]; row++, at += _context.Labels.Count)
                rows.Add(new PredictedRow(all[rank][at..(at + _context.Labels.Count)]));
            next[rank] += 2 + ((int)all[rank][next[rank] + 1] * _context.Labels.Count);
        }

        return ResultOf(sum, rows);
    }

    // However long rank 0 takes, nobody's time runs out.
    private ValidationResult ValidateAtRankZero(CancellationToken cancellation)
    {
        var name = FormattableString.Invariant($"validation {At.Steps}");
        if (_team!.Rank > 0)
        {
            var told = _team.Hear(name, cancellation);
            return told == Stopped
                ? throw new OperationCanceledException("a rank was asked to stop", cancellation)
                : new ValidationResult(double.NaN, double.Parse(told, CultureInfo.InvariantCulture));
        }

        try
        {
            var result = ValidateAlone(cancellation);
            _team.Tell(name, MetadataNumber.Write(result.Score));
            return result;
        }
        catch (OperationCanceledException)
        {
            _team.Tell(name, Stopped);
            throw;
        }
    }

    private void Together(Action work) => Together(() =>
    {
        work();
        return true;
    });

    private T Together<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (_team is not null && ProcessGroup.IsLoss(e))
        {
            throw _team.Lost(At.Steps, e);
        }
    }
}
