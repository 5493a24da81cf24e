using Framework.Components.Models.Weights;
using Microsoft.Extensions.Logging;
using static TorchSharp.torch;

namespace Framework.Components.Models;

/// <summary>What every network that can start from weights can be told.</summary>
public abstract record NetworkOptions
{
    /// <summary>
    /// Start from these weights: a safetensors or PyTorch file, relative to the working directory, or the name of published weights such as
    /// <c>imagenet</c>. Names and shapes must be this network's, but for what <c>head</c> and <c>first_convolution</c> allow. Without it the
    /// network starts from random weights.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>
    /// The last layers when starting from <c>pretrained</c>: <c>keep</c> takes them from the file, which must have them in the same shape;
    /// <c>new</c> leaves the file's out and starts with random ones, for other labels than the file's.
    /// </summary>
    public HeadWeights Head { get; init; } = HeadWeights.Keep;

    /// <summary>
    /// The first convolution when starting from <c>pretrained</c> on images with another number of channels than the file's: <c>strict</c>
    /// refuses; <c>average</c> gives every channel the mean of the file's channels; <c>repeat</c> gives the channels the file's in turn. Both
    /// scale the weights so that a constant image has the same response.
    /// </summary>
    public FirstConvolution FirstConvolution { get; init; } = FirstConvolution.Strict;

    /// <summary>Loads the weights asked for, if any.</summary>
    /// <param name="network">With its initial weights.</param>
    /// <param name="names">What its parts are called.</param>
    /// <param name="pretrained">False to leave them out.</param>
    /// <param name="log">Where the report goes.</param>
    /// <param name="isEncoder">Whether it has no last layers, so that those of the file are left out.</param>
    internal void Load(nn.Module network, NetworkNames names, bool pretrained, ILogger? log, bool isEncoder = false)
    {
        if (!pretrained || Pretrained is not { } weights)
            return;
        PretrainedWeights.Load(network, new PretrainedRequest
        {
            Weights = weights,
            Architecture = names.Architecture,
            HeadNames = names.Heads,
            Head = isEncoder ? HeadWeights.New : Head,
            FirstConvolutionName = names.FirstConvolution,
            FirstConvolution = FirstConvolution,
            Log = log,
        });
    }
}
