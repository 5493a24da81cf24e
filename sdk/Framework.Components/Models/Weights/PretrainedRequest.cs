using Microsoft.Extensions.Logging;

namespace Framework.Components.Models.Weights;

/// <summary>Which weights a network starts from, and how freely they may differ from it.</summary>
public sealed record PretrainedRequest
{
    /// <summary>A safetensors or PyTorch file, relative to the working directory; or a name such as <c>imagenet</c>.</summary>
    public required string Weights { get; init; }

    /// <summary>What a name is looked up under: <c>resnet50</c>, <c>densenet121</c>, <c>maskrcnn_resnet50_fpn</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>What the names of the last layers' parameters start with: <c>fc.</c>; none by default.</summary>
    public IReadOnlyList<string> HeadNames { get; init; } = [];

    /// <summary>Whether the last layers are loaded too; they are by default.</summary>
    public HeadWeights Head { get; init; }

    /// <summary>The first convolution's weight: <c>conv1.weight</c>; null where the network has none.</summary>
    public string? FirstConvolutionName { get; init; }

    /// <summary>What becomes of it where the images have another number of channels; an error by default.</summary>
    public FirstConvolution FirstConvolution { get; init; }

    /// <summary>Where the report is said; nowhere by default.</summary>
    public ILogger? Log { get; init; }
}
