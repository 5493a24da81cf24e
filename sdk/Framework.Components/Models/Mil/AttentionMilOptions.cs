using System.ComponentModel.DataAnnotations;

namespace Framework.Components.Models;

/// <summary>Options of <c>attention-mil</c>.</summary>
/// <example>{ use: attention-mil, encoder: { use: resnet, depth: 18 }, dropout: 0.25 }</example>
public sealed record AttentionMilOptions
{
    /// <summary>
    /// The network that turns each image into a feature vector: resnet, resnext or densenet, over images or volumes. Left out where the data are
    /// feature vectors already.
    /// </summary>
    public IModelFactory? Encoder { get; init; }

    /// <summary>How the feature vectors of a bag become one. The baselines <c>mean</c> and <c>max</c> have no attention.</summary>
    public BagPooling Pooling { get; init; } = BagPooling.GatedAttention;

    /// <summary>Length of the attention's hidden layer; 128 in the paper.</summary>
    [Range(1, 65536)]
    public int AttentionSize { get; init; } = 128;

    /// <summary>The share of features set to 0 before the last layer, in training only.</summary>
    [Range(0, 0.99)]
    public double Dropout { get; init; }

    /// <summary>
    /// Encode at most this many images at a time, to bound memory in prediction. In training all activations stay until the backward pass, and
    /// batch normalisation sees one chunk at a time. Without it all images of a batch go at once.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? Chunk { get; init; }
}
