using TorchSharp;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Mask R-CNN (He et al. 2017, arXiv:1703.06870) on a feature pyramid, with the parameter names and initial weights of torchvision.</summary>
internal sealed class MaskRcnnNetwork : nn.Module
{
    private readonly PyramidBackbone backbone;
    private readonly RegionProposals rpn;
    private readonly RoiHeads roi_heads;
    private readonly DetectionTransform _transform;

    /// <param name="body">The ResNet.</param>
    /// <param name="classes">Number of classes, the background among them.</param>
    /// <param name="options">What of the options concerns the network.</param>
    public MaskRcnnNetwork(ResNetBody body, int classes, MaskRcnnOptions options) : base(nameof(MaskRcnnNetwork))
    {
        var channels = 4 * options.Width;
        backbone = new PyramidBackbone(body, channels);
        rpn = new RegionProposals(channels, new AnchorGenerator(options.AnchorSizes, options.AspectRatios), options.Proposals);
        roi_heads = new RoiHeads(channels, classes, options.Boxes);
        _transform = new DetectionTransform(options);
        RegisterComponents();
    }

    /// <summary>What the network sees of images (image, channel, y, x).</summary>
    public Tensor Prepare(Tensor images) => _transform.Apply(images, _transform.SizeFor(DetectionTransform.SizeOf(images)));

    /// <summary>The five levels of features of prepared images.</summary>
    public Tensor[] Pyramid(Tensor prepared) => backbone.call(prepared);

    /// <summary>The anchors and what the region proposal network says of them.</summary>
    public AnchorScores Score(IReadOnlyList<Tensor> pyramid, PixelSize padded) => rpn.Score(pyramid, padded);

    /// <summary>The five losses, under torchvision's names.</summary>
    /// <param name="images">(image, channel, y, x).</param>
    /// <param name="truths">The objects of each image, with masks.</param>
    public IReadOnlyDictionary<string, Tensor> Losses(Tensor images, IReadOnlyList<ImageObjects> truths)
    {
        using var scope = NewDisposeScope();
        var (size, seen) = Sizes(images);
        truths = [.. truths.Select(truth => DetectionTransform.Apply(truth, size, seen))];
        var (pyramid, scores) = Look(images, seen);
        var proposals = rpn.Propose(scores, seen);
        var (objectness, anchors) = rpn.Losses(scores, truths);
        var (classes, boxes, masks) = roi_heads.Losses(pyramid, proposals, truths);
        var losses = new Dictionary<string, Tensor>
        {
            ["loss_classifier"] = classes, ["loss_box_reg"] = boxes, ["loss_mask"] = masks,
            ["loss_objectness"] = objectness, ["loss_rpn_box_reg"] = anchors,
        };
        scope.MoveToOuter(losses.Values);
        return losses;
    }

    /// <summary>What there is in each image.</summary>
    /// <param name="images">(image, channel, y, x).</param>
    public IReadOnlyList<ImageObjects> Find(Tensor images)
    {
        using var scope = NewDisposeScope();
        var (size, seen) = Sizes(images);
        var (pyramid, scores) = Look(images, seen);
        var found = roi_heads.Find(pyramid, rpn.Propose(scores, seen), seen);
        ImageObjects[] restored = [.. found.Select(each => DetectionTransform.Restore(each, seen, size))];
        scope.MoveToOuter(restored.SelectMany(each => new[] { each.Boxes, each.Classes, each.Masks!, each.Scores! }));
        return restored;
    }

    private (PixelSize Size, PixelSize Seen) Sizes(Tensor images)
    {
        var size = DetectionTransform.SizeOf(images);
        return (size, _transform.SizeFor(size));
    }

    private (Tensor[] Pyramid, AnchorScores Scores) Look(Tensor images, PixelSize seen)
    {
        var prepared = _transform.Apply(images, seen);
        var pyramid = Pyramid(prepared);
        return (pyramid, Score(pyramid, DetectionTransform.SizeOf(prepared)));
    }
}
