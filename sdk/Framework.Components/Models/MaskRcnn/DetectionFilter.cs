using Framework.Torch.Detection;
using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Turns what the box head says of the proposals into findings: likely enough, inside the image, each place and class once.</summary>
internal sealed class DetectionFilter(BoxOptions options, BoxCoder coder)
{
    // In pixels.
    private const double SmallestSide = 1e-2;

    /// <summary>The findings in each image, without masks, best first.</summary>
    /// <param name="logits">(proposal, class) of all images in turn.</param>
    /// <param name="deltas">(proposal, 4 x class).</param>
    /// <param name="proposals">(proposal, 4) of each image.</param>
    /// <param name="image">The image's size without padding.</param>
    public ImageObjects[] Apply(Tensor logits, Tensor deltas, IReadOnlyList<Tensor> proposals, PixelSize image)
    {
        using var scope = NewDisposeScope();
        var scores = logits.softmax(-1);
        var boxes = Boxes.Clip(coder.Decode(deltas, cat([.. proposals])), image);
        var counts = proposals.Select(own => own.shape[0]).ToArray();
        ImageObjects[] found = [.. boxes.split(counts).Zip(scores.split(counts), Suppress)];
        scope.MoveToOuter(found.SelectMany(each => new[] { each.Boxes, each.Classes, each.Scores! }));
        return found;
    }

    // Of (proposal, class, 4) and (proposal, class), the background first.
    private ImageObjects Suppress(Tensor boxes, Tensor scores)
    {
        var classes = arange(1, scores.shape[1], int64, scores.device).unsqueeze(0).expand(scores.shape[0], -1).flatten();
        boxes = boxes.narrow(1, 1, boxes.shape[1] - 1).reshape(-1, 4);
        scores = scores.narrow(1, 1, scores.shape[1] - 1).flatten();
        Take((scores > options.ScoreThreshold).nonzero().squeeze(1));
        Take(Boxes.NotSmallerThan(boxes, SmallestSide));
        var kept = NonMaximumSuppression.KeepByClass(boxes, scores, classes, options.NmsThreshold);
        Take(kept.narrow(0, 0, Math.Min(options.DetectionsPerImage, kept.shape[0])));
        return new ImageObjects(boxes, classes, scores: scores);

        void Take(Tensor rows) =>
            (boxes, scores, classes) = (boxes.index_select(0, rows), scores.index_select(0, rows), classes.index_select(0, rows));
    }
}
