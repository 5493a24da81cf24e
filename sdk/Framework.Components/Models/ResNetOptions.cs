using System.ComponentModel.DataAnnotations;
using Framework.Components.Models.Weights;

namespace Framework.Components.Models;

/// <summary>Options of <c>resnet</c>.</summary>
public sealed record ResNetOptions
{
    /// <summary>Number of layers: 18, 34, 50, 101 or 152.</summary>
    [AllowedValues(18, 34, 50, 101, 152)]
    public int Depth { get; init; } = 34;

    /// <summary>Channels of the first stage, each later stage has twice as many; 64 in the paper. Smaller networks are quicker to train.</summary>
    [Range(4, 1024)]
    public int Width { get; init; } = 64;

    /// <summary>
    /// Start from these weights, under torchvision's names: a safetensors or PyTorch file, relative to the working directory, or a name such
    /// as <c>imagenet</c>. Every tensor must be there with the shape it has here, unless <c>head</c> or <c>first_convolution</c> says otherwise.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>With <c>pretrained</c>: <c>new</c> starts the last layer <c>fc</c> afresh, for another number of labels.</summary>
    public HeadWeights Head { get; init; }

    /// <summary>With <c>pretrained</c>: what becomes of <c>conv1</c> where the images have another number of channels than the file's weights.</summary>
    public FirstConvolution FirstConvolution { get; init; }
}
