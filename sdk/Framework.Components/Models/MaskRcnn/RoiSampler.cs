using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Draws from the proposals, and from the true boxes themselves, what the heads learn from.</summary>
internal sealed class RoiSampler(BoxOptions options, BoxCoder coder)
{
    private readonly Matcher _matcher = new(options.Foreground, options.Background);
    private readonly BalancedSampler _sampler = new(options.BatchSizePerImage, options.PositiveFraction, options.HardNegatives);

    /// <summary>Draws.</summary>
    /// <param name="proposals">(proposal, 4) of each image.</param>
    /// <param name="truths">The objects of each image.</param>
    public RoiSample Draw(IReadOnlyList<Tensor> proposals, IReadOnlyList<ImageObjects> truths)
    {
        using var quiet = no_grad();
        using var scope = NewDisposeScope();
        var parts = proposals.Zip(truths, Draw).ToList();
        var sample = new RoiSample([.. parts.Select(part => part.Boxes)], [.. parts.Select(part => part.Truths)],
            cat([.. parts.Select(part => part.Classes)]), cat([.. parts.Select(part => part.Deltas)]));
        scope.MoveToOuter([.. sample.Boxes, .. sample.Truths, sample.Classes, sample.Deltas]);
        return sample;
    }

    private (Tensor Boxes, Tensor Truths, Tensor Classes, Tensor Deltas) Draw(Tensor proposals, ImageObjects truth)
    {
        var boxes = cat([proposals, truth.Boxes]);
        var matches = _matcher.Match(truth.Boxes, boxes);
        var classes = Matcher.ClassesOf(matches, truth.Classes);
        var (positive, negative) = _sampler.Draw(classes);
        var drawn = cat([positive, negative]);
        boxes = boxes.index_select(0, drawn);
        var truths = matches.index_select(0, drawn).clamp_(min: 0);
        var deltas = truth.Boxes.shape[0] == 0 ? zeros_like(boxes) : coder.Encode(truth.Boxes.index_select(0, truths), boxes);
        return (boxes, truths, classes.index_select(0, drawn), deltas);
    }
}
