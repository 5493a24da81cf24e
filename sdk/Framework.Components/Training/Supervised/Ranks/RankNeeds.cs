using Framework.Components.Training.Losses;
using Framework.Torch.Distributed;

namespace Framework.Components.Training.Supervised;

/// <summary>Refuses before any work what several ranks cannot train together as one process would.</summary>
internal static class RankNeeds
{
    /// <exception cref="ExperimentException">The engine, the batch, the loss or the model do not allow it.</exception>
    public static void Check(TrainingContext context, SupervisedOptions options, ILoss loss)
    {
        if (context.Ranks is not { } place)
            return;
        if (DistributedEngine.Missing(context.Device.type) is { } missing)
            throw new ExperimentException($"'supervised' cannot train in {place.Size} ranks here: {missing}");
        if (options.BatchSize < place.Size)
            throw new ExperimentException(FormattableString.Invariant($"'supervised' is to train in {place.Size} ranks, and a batch has {options.BatchSize}: some would have no case of any batch. Take at most {options.BatchSize} ranks, or a larger batch_size."));
        if (options.Objects is not null || loss is ModelLosses)
            throw new ExperimentException("'supervised' cannot train a detector in several ranks: its losses are means over boxes that it draws at random within a batch, so that parts of a batch do not add up to what one process learns. Train it in one process.");
        if (!loss.AddsUpOverRanks)
            throw new ExperimentException("'supervised' cannot train in several ranks with this loss: it does not say that its values of the parts of a batch add up to that of the whole (ILoss.AddsUpOverRanks). Train in one process, or use another loss.");
    }
}
