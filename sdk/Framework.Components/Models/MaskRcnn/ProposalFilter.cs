using Framework.Torch.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Turns the anchors with the highest objectness into proposals: moved to where the head says, inside the image, each place once.</summary>
internal sealed class ProposalFilter(ProposalOptions options, BoxCoder coder)
{
    // In pixels: smaller ones are rounding errors.
    private const double SmallestSide = 1e-3;

    /// <summary>The proposals of each image, best first.</summary>
    /// <param name="scores">What the head says.</param>
    /// <param name="image">The image's size without padding.</param>
    /// <param name="training">Whether to take the numbers for training.</param>
    /// <returns>(proposal, 4) for each image.</returns>
    public Tensor[] Apply(AnchorScores scores, PixelSize image, bool training)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var (best, level) = Best(scores, training ? options.BeforeNmsInTraining : options.BeforeNms);
        var chance = scores.Objectness.gather(1, best).sigmoid();
        var deltas = scores.Deltas.gather(1, best.unsqueeze(-1).expand(-1, -1, 4));
        var boxes = Boxes.Clip(coder.Decode(deltas, scores.Anchors.index_select(0, best.flatten()).reshape(deltas.shape)), image);
        var count = training ? options.AfterNmsInTraining : options.AfterNms;
        Tensor[] proposals = [.. boxes.unbind(0).Zip(chance.unbind(0), (own, score) => Suppress(own, score, level, count))];
        scope.MoveToOuter(proposals);
        return proposals;
    }

    // Numbers (image, anchor) of each level's best anchors, and the level (anchor) of each.
    private static (Tensor Best, Tensor Level) Best(AnchorScores scores, int count)
    {
        var (best, levels, first) = (new List<Tensor>(), new List<Tensor>(), 0L);
        foreach (var (size, level) in scores.PerLevel.Select((size, level) => (size, level)))
        {
            var taken = (int)Math.Min(count, size);
            best.Add(scores.Objectness.narrow(1, first, size).topk(taken, 1).indices + first);
            levels.Add(full(taken, level, int64, scores.Anchors.device));
            first += size;
        }
        return (cat(best, 1), cat(levels));
    }

    private Tensor Suppress(Tensor boxes, Tensor scores, Tensor level, int count)
    {
        var whole = (Boxes.Size(boxes) >= SmallestSide).all(-1).logical_and(scores >= options.ScoreThreshold).nonzero().squeeze(1);
        boxes = boxes.index_select(0, whole);
        var kept = NonMaximumSuppression.KeepByClass(boxes, scores.index_select(0, whole), level.index_select(0, whole), options.NmsThreshold);
        return boxes.index_select(0, kept.narrow(0, 0, Math.Min(count, kept.shape[0])));
    }
}
