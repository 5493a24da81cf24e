using Framework.Components.Models.Weights;
using Framework.Torch;
using Microsoft.Extensions.Logging;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Mask R-CNN (He et al. 2017): finds objects of the labels' classes in 2-D images, with boxes and masks.</summary>
/// <remarks>
/// Input: image (channel, y, x) of one to three channels, and in training the objects in it: class 1 is the first of the objects' classes, or of the labels. In training mode the model gives
/// losses, in evaluation mode findings with masks at the image's size. As torchvision's <c>maskrcnn_resnet50_fpn</c>, whose weights load.
/// </remarks>
public sealed class MaskRcnnFactory(MaskRcnnOptions options, ILogger<MaskRcnnFactory>? log = null) : IModelFactory
{
    private const int Levels = 5;
    private const int Background = 1;
    private const int TorchvisionsAnchors = 3;

    // torchvision's COCO weights of 2019 come from a normalisation without epsilon, and torchvision sets it to 0 for them.
    private const string WithoutEpsilon = "maskrcnn_resnet50_fpn_coco-";

    /// <inheritdoc />
    public bool IsPretrained => options.Pretrained is not null || options.PretrainedBackbone is not null;

    /// <inheritdoc />
    public IModel Create(ModelContext context)
    {
        Engine.Require("mask-rcnn");
        CheckInput(context.InputShape);
        CheckAnchors();
        var frozen = (options.Normalisation ?? (IsPretrained ? Normalisation.Frozen : Normalisation.Batch)) == Normalisation.Frozen;
        var body = new ResNetBody(options.Depth, context.InputShape[0], options.Width, frozen);
        var network = new MaskRcnnNetwork(body, Background + (context.ObjectClasses.Count > 0 ? context.ObjectClasses.Count : context.Labels.Count), options);
        if (context.Pretrained)
            Load(network, body);
        body.TrainLast(options.TrainableLayers ?? (IsPretrained ? 3 : 5));
        return new MaskRcnnModel(network);
    }

    private void CheckInput(IReadOnlyList<int> shape)
    {
        if (shape.Count != 3 || shape[0] is < 1 or > 3)
            throw new ExperimentException(
                $"'mask-rcnn' takes images (channel, y, x) of one to three channels; the transforms leave ({string.Join(", ", shape)}). Choose one slice with its neighbours as channels.");
        foreach (var (name, values) in new[] { ("image_mean", options.ImageMean), ("image_std", options.ImageStd) })
            if (values is not null && values.Count != shape[0])
                throw new ExperimentException($"'mask-rcnn' needs '{name}' to have a number for each of the {shape[0]} channels; it has {values.Count}.");
    }

    private void CheckAnchors()
    {
        var sizes = options.AnchorSizes;
        if (sizes.Count != Levels || sizes.Any(level => level.Count == 0 || level.Count != sizes[0].Count))
            throw new ExperimentException(
                $"'mask-rcnn' needs 'anchor_sizes' to be {Levels} lists of one length, one for each level of the pyramid; their lengths are {string.Join(", ", sizes.Select(level => level.Count))}. Such as [[8], [16], [32], [64], [128]].");
        if (sizes.SelectMany(level => level).Concat(options.AspectRatios).Any(value => !(value > 0)))
            throw new ExperimentException("'mask-rcnn' needs 'anchor_sizes' and 'aspect_ratios' to be above 0.");
    }

    private void Load(MaskRcnnNetwork network, ResNetBody body)
    {
        if (options.PretrainedBackbone is { } backbone)
            PretrainedWeights.Load(body, Request(backbone, $"resnet{options.Depth}") with
            {
                HeadNames = ["fc."], Head = HeadWeights.New, FirstConvolutionName = "conv1.weight",
            });
        if (options.Pretrained is not { } weights)
            return;
        var report = PretrainedWeights.Load(network, Request(weights, $"maskrcnn_resnet{options.Depth}_fpn") with
        {
            HeadNames = [.. HeadNames()], Head = options.Head, FirstConvolutionName = "backbone.body.conv1.weight",
        });
        if (Path.GetFileName(report.File).StartsWith(WithoutEpsilon, StringComparison.Ordinal))
            body.DropEpsilon();
    }

    // The layers whose shape follows from the classes, and from the number of anchors where that is not torchvision's.
    private IEnumerable<string> HeadNames()
    {
        yield return "roi_heads.box_predictor.";
        yield return "roi_heads.mask_predictor.mask_fcn_logits.";
        if (options.AnchorSizes[0].Count * options.AspectRatios.Count == TorchvisionsAnchors)
            yield break;
        yield return "rpn.head.cls_logits.";
        yield return "rpn.head.bbox_pred.";
    }

    private PretrainedRequest Request(string weights, string architecture) =>
        new() { Weights = weights, Architecture = architecture, FirstConvolution = options.FirstConvolution, Log = log };
}
