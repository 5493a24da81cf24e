using System.ComponentModel.DataAnnotations;
using Framework.Components.Models.Weights;

namespace Framework.Components.Models.MaskRcnn;

/// <summary>Options of <c>mask-rcnn</c>.</summary>
/// <example>{ use: mask-rcnn, anchor_sizes: [[4], [8], [16], [32], [64]], boxes: { detections_per_image: 50 }, pretrained: coco, head: new }</example>
public sealed record MaskRcnnOptions
{
    /// <summary>Number of layers of the ResNet: 18, 34, 50 or 101.</summary>
    [AllowedValues(18, 34, 50, 101)]
    public int Depth { get; init; } = 50;

    /// <summary>
    /// Channels of the ResNet's first stage, 64 in the paper. The pyramid and the mask head have four times as many, the box head sixteen times.
    /// Smaller networks are quicker to train.
    /// </summary>
    [Range(4, 1024)]
    public int Width { get; init; } = 64;

    /// <summary>
    /// Sides of square anchors, in pixels of the (resized) image: one list for each of the five levels of the pyramid, whose pixels are 4, 8, 16, 32
    /// and 64 of the image's, and all of one length. torchvision's by default: 32, 64, 128, 256, 512. They should be about as large as the objects: a microbleed of
    /// 2 to 10 mm asks for 4 to 16 pixels of 0.5 mm on the first levels.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double>> AnchorSizes { get; init; } = [[32], [64], [128], [256], [512]];

    /// <summary>Height over width of the anchors; each size comes in each of these shapes, of the same area.</summary>
    [MinLength(1)]
    public IReadOnlyList<double> AspectRatios { get; init; } = [0.5, 1, 2];

    /// <summary>Images are resized until their shorter side has so many pixels, 800 in torchvision; null keeps their size.</summary>
    [Range(32, int.MaxValue)]
    public int? MinSize { get; init; }

    /// <summary>Images are resized no further than until their longer side has so many pixels, 1333 in torchvision; null for no limit.</summary>
    [Range(32, int.MaxValue)]
    public int? MaxSize { get; init; }

    /// <summary>
    /// Subtracted from each channel before anything else; null for nothing. torchvision's weights are for images in 0 to 1 with 0.485, 0.456, 0.406
    /// subtracted.
    /// </summary>
    public IReadOnlyList<double>? ImageMean { get; init; }

    /// <summary>What each channel is divided by after that; null for nothing. torchvision's weights are for 0.229, 0.224, 0.225.</summary>
    public IReadOnlyList<double>? ImageStd { get; init; }

    /// <summary>The region proposal network.</summary>
    public ProposalOptions Proposals { get; init; } = new();

    /// <summary>The box and mask heads.</summary>
    public BoxOptions Boxes { get; init; } = new();

    /// <summary>What the ResNet's batch normalisation does in training; null, the default, is <c>frozen</c> with pretrained weights and <c>batch</c> without.</summary>
    public Normalisation? Normalisation { get; init; }

    /// <summary>
    /// How many parts of the ResNet learn, from its last stage on: 0 to 4 stages, 5 for all of it. Null, the default, is 3 with pretrained weights and
    /// 5 without.
    /// </summary>
    [Range(0, 5)]
    public int? TrainableLayers { get; init; }

    /// <summary>
    /// Start from these weights, under torchvision's names: a safetensors or PyTorch file, relative to the working directory, or a name such as <c>coco</c>.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>Start the ResNet alone from the weights of a classifier, whose last layer is left out: a file, or a name such as <c>imagenet</c>.</summary>
    public string? PretrainedBackbone { get; init; }

    /// <summary>With <c>pretrained</c>: <c>new</c> starts the layers that depend on the number of classes afresh.</summary>
    public HeadWeights Head { get; init; }

    /// <summary>With pretrained weights: what becomes of <c>conv1</c> where the images have another number of channels than the file's weights.</summary>
    public FirstConvolution FirstConvolution { get; init; }
}
