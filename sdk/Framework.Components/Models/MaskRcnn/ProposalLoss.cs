using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>What the region proposal network learns from a sample of its anchors: whether there is an object, and its box.</summary>
internal sealed class ProposalLoss(ProposalOptions options, BoxCoder coder)
{
    private readonly Matcher _matcher = new(options.Foreground, options.Background, KeepBest: true);
    private readonly BalancedSampler _sampler = new(options.BatchSizePerImage, options.PositiveFraction);

    /// <summary>Binary cross-entropy over the sample, and the smooth L1 loss of its objects' boxes over the sample's size.</summary>
    public (Tensor Objectness, Tensor Boxes) Of(AnchorScores scores, IReadOnlyList<ImageObjects> truths)
    {
        using var scope = NewDisposeScope();
        var samples = truths.Select((truth, image) => Sample(scores, truth, image)).ToList();
        var objects = cat([.. samples.Select(sample => sample.Positive)]);
        var all = cat([objects, .. samples.Select(sample => sample.Negative)]);
        var targets = zeros(all.shape[0], device: all.device);
        targets.narrow(0, 0, objects.shape[0]).fill_(1);
        var objectness = nn.functional.binary_cross_entropy_with_logits(scores.Objectness.flatten().index_select(0, all), targets);
        var deltas = scores.Deltas.reshape(-1, 4).index_select(0, objects);
        var boxes = DetectionLosses.SmoothL1(deltas, cat([.. samples.Select(sample => sample.Targets)])) / all.shape[0];
        return scope.MoveToOuter(objectness, boxes);
    }

    // Numbers among all images' anchors, and what the deltas of the positive ones should be.
    private (Tensor Positive, Tensor Negative, Tensor Targets) Sample(AnchorScores scores, ImageObjects truth, int image)
    {
        var matches = _matcher.Match(truth.Boxes, scores.Anchors);
        var (positive, negative) = _sampler.Draw(Matcher.ClassesOf(matches, ones_like(truth.Classes)));
        var targets = truth.Boxes.shape[0] == 0
            ? zeros([0, 4], device: matches.device)
            : coder.Encode(truth.Boxes.index_select(0, matches.index_select(0, positive)), scores.Anchors.index_select(0, positive));
        var first = image * scores.Anchors.shape[0];
        return (positive + first, negative + first, targets);
    }
}
