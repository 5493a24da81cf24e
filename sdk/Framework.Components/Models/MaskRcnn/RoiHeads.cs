using Framework.Torch.Detection;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>The second stage: each proposal's class, finer box and mask.</summary>
internal sealed class RoiHeads : nn.Module
{
    private const int BoxSide = 7;
    private const int MaskSide = 14;

    private readonly BoxHead box_head;
    private readonly BoxPredictor box_predictor;
    private readonly Sequential mask_head;
    private readonly Sequential mask_predictor;
    private readonly PyramidAlign _boxAlign = new(BoxSide);
    private readonly PyramidAlign _maskAlign = new(MaskSide);
    private readonly RoiSampler _sampler;
    private readonly DetectionFilter _filter;

    public RoiHeads(int channels, int classes, BoxOptions options) : base(nameof(RoiHeads))
    {
        var coder = new BoxCoder(CentreWeight: 10, SizeWeight: 5);
        var width = 4 * channels;
        box_head = new BoxHead(channels * BoxSide * BoxSide, width);
        box_predictor = new BoxPredictor(width, classes);
        mask_head = MaskHead.Convolutions(channels);
        mask_predictor = MaskHead.Predictor(channels, classes);
        _sampler = new RoiSampler(options, coder);
        _filter = new DetectionFilter(options, coder);
        RegisterComponents();
    }

    /// <summary>The losses <c>loss_classifier</c>, <c>loss_box_reg</c> and <c>loss_mask</c>.</summary>
    /// <param name="pyramid">(image, channel, y, x) of each level.</param>
    /// <param name="proposals">(proposal, 4) of each image.</param>
    /// <param name="truths">The objects of each image.</param>
    public (Tensor Classes, Tensor Boxes, Tensor Masks) Losses(
        IReadOnlyList<Tensor> pyramid, IReadOnlyList<Tensor> proposals, IReadOnlyList<ImageObjects> truths)
    {
        using var scope = NewDisposeScope();
        var sample = _sampler.Draw(proposals, truths);
        var (logits, deltas) = Predict(pyramid, sample.Boxes);
        var (classes, boxes) = DetectionLosses.OfBoxes(logits, deltas, sample);
        return scope.MoveToOuter(classes, boxes, MaskLoss(pyramid, sample, truths));
    }

    /// <summary>What there is in each image; masks (object, y, x) are those of the boxes, not of the image.</summary>
    /// <param name="pyramid">(image, channel, y, x) of each level.</param>
    /// <param name="proposals">(proposal, 4) of each image.</param>
    /// <param name="image">The image's size without padding.</param>
    public ImageObjects[] Find(IReadOnlyList<Tensor> pyramid, IReadOnlyList<Tensor> proposals, PixelSize image)
    {
        using var scope = NewDisposeScope();
        var (logits, deltas) = Predict(pyramid, proposals);
        var found = _filter.Apply(logits, deltas, proposals, image);
        var classes = cat([.. found.Select(each => each.Classes)]);
        var masks = MaskLogits(pyramid, [.. found.Select(each => each.Boxes)]).index(arange(classes.shape[0], device: classes.device), classes).sigmoid();
        var own = masks.split([.. found.Select(each => each.Classes.shape[0])]);
        ImageObjects[] whole = [.. found.Zip(own, (each, mask) => new ImageObjects(each.Boxes, each.Classes, mask, each.Scores))];
        scope.MoveToOuter(whole.SelectMany(each => new[] { each.Boxes, each.Classes, each.Masks!, each.Scores! }));
        return whole;
    }

    private (Tensor Logits, Tensor Deltas) Predict(IReadOnlyList<Tensor> pyramid, IReadOnlyList<Tensor> boxes) =>
        box_predictor.call(box_head.call(_boxAlign.Apply(pyramid, boxes)));

    private Tensor MaskLogits(IReadOnlyList<Tensor> pyramid, IReadOnlyList<Tensor> boxes)
    {
        var regions = _maskAlign.Apply(pyramid, boxes);
        if (regions.shape[0] > 0)
            return mask_predictor.call(mask_head.call(regions)).to(float32);
        // libtorch cannot convolve a batch of none with weights that lie channels-last: one region is worked on and dropped.
        var one = zeros([1, .. regions.shape[1..]], regions.dtype, regions.device);
        return mask_predictor.call(mask_head.call(one)).to(float32).narrow(0, 0, 0);
    }

    private Tensor MaskLoss(IReadOnlyList<Tensor> pyramid, RoiSample sample, IReadOnlyList<ImageObjects> truths)
    {
        var own = sample.Classes.split([.. sample.Boxes.Select(boxes => boxes.shape[0])]).Select(classes => (classes > 0).nonzero().squeeze(1)).ToList();
        var boxes = own.Select((rows, image) => sample.Boxes[image].index_select(0, rows)).ToList();
        var logits = MaskLogits(pyramid, boxes);
        var targets = own.Select((rows, image) => MaskTargets(truths[image], boxes[image], sample.Truths[image].index_select(0, rows), (int)logits.shape[^1]));
        return DetectionLosses.OfMasks(logits, sample.Classes.index_select(0, sample.Objects), cat([.. targets]));
    }

    // The part of each true mask that lies under the box, at the size of the predicted one.
    private static Tensor MaskTargets(ImageObjects truth, Tensor boxes, Tensor truths, int side)
    {
        var masks = truth.Masks!.unsqueeze(1).to(float32);
        var numbered = cat([truths.unsqueeze(1).to(float32), boxes], 1);
        return new RoiAlign { Height = side, Width = side }.Apply(masks, numbered).squeeze(1);
    }
}
